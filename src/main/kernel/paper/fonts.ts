import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const packages = createRequire(import.meta.url)

function loaded(path: string): () => Buffer {
  let font: Buffer | undefined
  return () => (font ??= readFileSync(packages.resolve(`@expo-google-fonts/noto-sans-sc/${path}`)))
}

/**
 * Noto Sans SC (SIL Open Font License): one face for Latin and Chinese, read when the first document is printed. Only
 * the characters in use go into a document.
 */
export const paperFonts = {
  regular: loaded('400Regular/NotoSansSC_400Regular.ttf'),
  bold: loaded('700Bold/NotoSansSC_700Bold.ttf'),
} as const
