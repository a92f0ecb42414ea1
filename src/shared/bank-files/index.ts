/**
 * Bank statements as files: SWIFT MT940, ISO 20022 camt.053, OFX, and any bank's own table by a mapping that is learned
 * once. Runs where the file is opened (the sandboxed window, tests); the engine is handed what they say and checks it.
 */
import { refuse } from '../errors'
import { TABLE_LIMITS } from '../tables'
import { broken } from './amounts'
import type { BankFile } from './bank-file'
import { readCamt053 } from './camt053'
import { readMt940 } from './mt940'
import { readOfx } from './ofx'

export type { BankFile, BankFileFormat, BankFileLine } from './bank-file'
export {
  guessMapping,
  MAPPED_FIELDS,
  readTableBy,
  signatureOf,
  type MappedField,
  type TableMapping,
} from './table-mapping'

/** Reads a file of a bank's own format; undefined where it is none, and so a table. */
export function readBankFile(bytes: Uint8Array, file: string, decimals: number): BankFile[] | undefined {
  if (bytes.length > TABLE_LIMITS.bytes) {
    refuse('tables.tooLarge', { file, megabytes: Math.round(TABLE_LIMITS.bytes / 1_000_000) })
  }
  // A workbook is a zip.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return undefined
  const text = textOf(bytes)
  if (/<OFX>/i.test(text.slice(0, 4000))) return withLines(readOfx(text, file, decimals), file)
  if (/BkToCstmrStmt/.test(text.slice(0, 8000))) return withLines(readCamt053(text, file, decimals), file)
  if (/^\s*<\?xml/.test(text)) broken(file, 'XML')
  if (/^(\{1:.*)?:20:/m.test(text.slice(0, 4000))) return withLines(readMt940(text, file, decimals), file)
  return undefined
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder(
      /charset:\s*1252/i.test(String.fromCodePoint(...bytes.slice(0, 200))) ? 'windows-1252' : 'gb18030',
    ).decode(bytes)
  }
}

function withLines(files: BankFile[], file: string): BankFile[] {
  if (files.every(({ lines }) => lines.length === 0)) broken(file, '0')
  return files
}
