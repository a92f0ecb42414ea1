export const bankFiles = {
  broken: '{{file}} could not be read at “{{where}}”. Get the file anew from the bank. Nothing was imported.',
} as const
