import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textOfBytes, bytesOf, type ScaleProfile } from '../../../../shared/devices/profile'
import { profiles } from '../../../../shared/devices/profiles'
import { gramsMicro, weightText, type Weight } from '../../../../shared/devices/weight'
import { frameOf, scaleProtocols } from '../../simulators/scale-frames'
import { scaleCodec, StableWeight, type ScaleSaid } from './index'

const scales = profiles.filter((profile): profile is ScaleProfile => profile.role === 'scale')
const profile = (id: string): ScaleProfile => {
  const found = scales.find((candidate) => candidate.id === id)
  if (found === undefined) throw new Error(`no profile ${id}`)
  return found
}

/** As this kind of scale can show it: some have no sign, and pounds come with two decimals. */
function weightFor(id: string, value: number): Weight {
  if (profile(id).unit === 'lb') return { value: Math.abs(value) % 10_000, decimals: 2, unit: 'lb' }
  const isUnsigned = id === 'toledo-8217' || id === 'scale-hid'
  return { value: isUnsigned ? Math.abs(value) : value, decimals: 3, unit: 'kg' }
}

const shown = (said: ScaleSaid | undefined): string => {
  if (said === undefined) return 'nothing'
  if (said.kind !== 'frame') return said.kind
  const parts = [said.status, said.weight && weightText(said.weight), said.isNet ? 'net' : '', String(said.stable)]
  return parts.filter((part) => part !== undefined && part !== '').join(' ')
}

const read = (id: string, bytes: string): string => {
  const codec = scaleCodec(profile(id))
  // A HID scale's first report is a stale one.
  if (id === 'scale-hid') codec.feed(bytesOf(bytes))
  // Six bytes without a checksum count only when the next frame begins behind them.
  const next = id.startsWith('jcs-b') ? '\\xff' : ''
  return codec
    .feed(bytesOf(bytes + next))
    .filter((said) => said.kind !== 'noise')
    .map(shown)
    .join(' | ')
}

describe('what scales say', () => {
  // Written by hand from the makers' descriptions of their frames.
  it.each([
    ['mt-sics', 'S S     100.00 g\\x0d\\x0a', 'weight 100.00 g true'],
    ['mt-sics', 'S D      -0.52 kg\\x0d\\x0a', 'moving -0.52 kg false'],
    ['mt-sics', 'S I\\x0d\\x0a', 'moving false'],
    ['mt-sics', 'S +\\x0d\\x0aS -\\x0d\\x0a', 'over false | under false'],
    ['mt-sics', 'Z A\\x0d\\x0aT S      10.00 g\\x0d\\x0a', 'acknowledged | acknowledged'],
    ['toledo-8217', '\\x0201.250\\x0d', 'weight 1.250 kg true'],
    ['toledo-8217', '\\x0200.750N\\x0d', 'weight 0.750 kg net true'],
    ['toledo-8217', '\\x02?\\x01\\x0d\\x02?\\x02\\x0d\\x02?\\x04\\x0d', 'moving false | over false | under false'],
    ['toledo-continuous', '\\x02%0   1234     0\\x0d', 'weight 1.234 kg true'],
    ['nci-scp-01', '\\x0a0012.34KG\\x0d\\x0a00\\x0d\\x03', 'weight 12.34 kg true'],
    ['nci-scp-01', '\\x0a0012.34KG\\x0d\\x0a10\\x0d\\x03', 'moving 12.34 kg false'],
    ['nci-scp-01', '\\x0a02\\x0d\\x03', 'over false'],
    ['and', 'ST,+001234.5  g\\x0d\\x0a', 'weight 1234.5 g true'],
    ['and', 'US,-000000.5  g\\x0d\\x0a', 'moving -0.5 g false'],
    ['and', 'OL,+9999999E+19\\x0d\\x0a', 'over false'],
    ['cas-22', 'ST,GS,\\x01\\xff,  12.340 kg\\x0d\\x0a', 'weight 12.340 kg true'],
    ['indicator-line', 'ST,NT,-  2.340kg\\x0d\\x0a', 'weight -2.340 kg net true'],
    ['cas-22', 'OL,GS,\\x01\\xff,        kg\\x0d\\x0a', 'over false'],
    ['ohaus', '    123.45 g   \\x0d\\x0a', 'weight 123.45 g true'],
    ['ohaus', '    123.45 g ? NET\\x0d\\x0a', 'moving 123.45 g net false'],
    ['xk3190', '\\x02+001234319\\x03', 'nothing'],
    ['scale-hid', '\\x03\\x04\\x0b\\xff\\x2c\\x01', 'weight 30.0 oz true'],
    ['scale-hid', '\\x03\\x03\\x03\\xfe\\xd2\\x04', 'moving 12.34 kg false'],
    ['scale-hid', '\\x03\\x05\\x02\\x00\\x10\\x00', 'under false'],
    ['jcs-b', '\\xff\\x43\\x34\\x12\\x00\\x00', 'weight 1.234 kg true'],
    ['jcs-b-high-first', '\\xff\\x63\\x00\\x12\\x34\\x00', 'weight -1.234 kg true'],
    ['jcs-b', '\\xff\\x83\\x00\\x00\\x00\\x00', 'over false'],
  ])('%s: %s', (id, bytes, expected) => {
    expect(read(id, bytes) || 'nothing').toBe(expected)
  })

  it('is read from every protocol as its simulator means it, in whatever pieces it comes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...scaleProtocols),
        fc.integer({ min: -9999, max: 30_000 }),
        fc.boolean(),
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 20 }),
        (id, value, stable, pieces) => {
          const weight = weightFor(id, value)
          const frame = frameOf(id, { kind: 'weight', weight, stable, isNet: false })
          const codec = scaleCodec(profile(id))
          const said: ScaleSaid[] = []
          if (id === 'scale-hid') {
            codec.feed(frame)
            said.push(...codec.feed(frame))
          } else {
            for (let at = 0, turn = 0; at < frame.length; turn++) {
              const size = pieces[turn % pieces.length] ?? 1
              said.push(...codec.feed(frame.subarray(at, at + size)))
              at += size
            }
            said.push(...codec.feed(frame))
          }
          const found = said.find((one) => one.kind === 'frame' && one.weight !== undefined)
          const heard =
            found?.kind === 'frame' && found.weight !== undefined
              ? `${gramsMicro(found.weight)} ${found.stable === 'unsaid' ? stable : found.stable}`
              : shown(said.find((one) => one.kind === 'frame'))
          // This one tells a weight only while it rests.
          const isMute = !stable && id.startsWith('toledo-8217')
          expect(heard, textOfBytes(frame)).toBe(isMute ? 'moving false' : `${gramsMicro(weight)} ${stable}`)
        },
      ),
    )
  })
})

describe('a weight that may be taken', () => {
  const frame = (value: number, stable: boolean | 'unsaid' = true) =>
    ({ status: 'weight', weight: { value, decimals: 3, unit: 'kg' }, stable, isNet: false }) as const

  it('two frames must agree', () => {
    const gate = new StableWeight()
    expect([1000, 1000, 1001, 1001, 1000].map((value, at) => gate.feed(frame(value), at * 100).isStable)).toEqual([
      false,
      true,
      false,
      true,
      false,
    ])
  })

  it('must be within range, and not from before a pause', () => {
    const gate = new StableWeight({ minGrams: 20, maxGrams: 15_000 })
    expect([10, 10, 16_000, 16_000].map((value, at) => gate.feed(frame(value), at).isStable)).toEqual([
      false,
      false,
      false,
      false,
    ])
    gate.feed(frame(500), 10)
    expect(gate.feed(frame(500), 5000).isStable).toBe(false)
  })

  it('rests for 0.6 s where the protocol has no word for it', () => {
    const gate = new StableWeight()
    const at = [0, 200, 400, 600, 800]
    expect(at.map((time) => gate.feed(frame(70, 'unsaid'), time).isStable)).toEqual([false, false, false, true, true])
  })
})

describe('noise', () => {
  it('never crashes a codec', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...scales),
        fc.array(fc.uint8Array({ maxLength: 64 }), { maxLength: 30 }),
        (one, chunks) => {
          const codec = scaleCodec(one)
          for (const chunk of chunks)
            for (const said of codec.feed(chunk)) expect(said.kind).toMatch(/frame|acknowledged|noise/)
        },
      ),
    )
  })

  // Each frame of a resting scale may be hit once: a bit turned, a byte lost or doubled, the frame cut or sent twice.
  it('never makes a wrong stable weight', () => {
    const damage = fc.record({
      how: fc.constantFrom('none', 'bit', 'lost', 'doubled', 'cut', 'twice', 'random'),
      at: fc.nat(200),
      bit: fc.nat(7),
    })
    fc.assert(
      fc.property(
        fc.constantFrom(...scaleProtocols),
        fc.integer({ min: 1, max: 30_000 }),
        fc.array(damage, { minLength: 2, maxLength: 40 }),
        (id, value, hits) => {
          const weight = weightFor(id, value)
          const codec = scaleCodec(profile(id))
          const gate = new StableWeight()
          const done = new Set<string>()
          const taken = new Set<string>()
          hits.forEach(({ how: wanted, at, bit }, turn) => {
            // A USB report comes whole or not at all: its packets are checked on the way.
            const how = id === 'scale-hid' && (wanted === 'lost' || wanted === 'doubled') ? 'cut' : wanted
            const good = frameOf(id, { kind: 'weight', weight, stable: true, isNet: false })
            // The same damage twice is no noise but a liar.
            const mark = `${how} ${at % good.length} ${how === 'bit' ? bit : ''}`
            const bytes = how === 'none' || done.has(mark) ? good : damaged(good, how, at % good.length, bit)
            done.add(mark)
            for (const said of codec.feed(bytes)) {
              if (said.kind === 'noise') gate.forget()
              if (said.kind !== 'frame') continue
              const reading = gate.feed(said, turn * 150)
              if (reading.isStable && reading.weight !== undefined)
                taken.add(`${gramsMicro(reading.weight)} ${reading.isNet}`)
            }
          })
          taken.delete(`${gramsMicro(weight)} false`)
          expect([...taken]).toEqual([])
        },
      ),
      { numRuns: 3000 },
    )
  })
})

function damaged(good: Uint8Array, how: string, at: number, bit: number): Uint8Array {
  if (how === 'bit') return good.map((byte, index) => (index === at ? byte ^ (1 << bit) : byte))
  if (how === 'lost') return Uint8Array.from([...good.subarray(0, at), ...good.subarray(at + 1)])
  if (how === 'doubled') return Uint8Array.from([...good.subarray(0, at + 1), ...good.subarray(at)])
  if (how === 'cut') return good.subarray(0, at)
  if (how === 'twice') return Uint8Array.from([...good, ...good])
  return Uint8Array.from(good, (byte, index) => (index % 3 === 0 ? (byte * 31 + at * 17 + bit) & 255 : byte))
}
