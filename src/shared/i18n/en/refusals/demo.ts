export const demo = {
  notADemo: '{{company}} is a real company: no demonstration days are played in it. Name another file.',
  otherSeed:
    'This demonstration company was made with seed {{seed}}. Leave the seed out to continue it, or name a new file.',
  otherPack:
    'This demonstration company uses the pack {{pack}}. Leave the pack out to continue it, or name a new file.',
} as const
