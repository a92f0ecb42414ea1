import { isBusinessDate } from '../../../../../shared/values/date'
import { parseDecimal } from '../../../../../shared/values/integers'

/** Something that a cell or a whole table has wrong; `code` has its words under `opening.problems`. */
export interface CellError {
  readonly row: number
  readonly column: string
  readonly code: string
  readonly value: string
}

/** A title or a name as people mean it: without case, spaces and punctuation. */
export const plain = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

/** An account code without the dots and dashes between its levels. */
export const plainCode = (text: string): string => text.replaceAll(/[\s.\-_/\\]/g, '')

/**
 * An amount as accountants and their programs write it: grouping, currency signs, brackets or a minus behind for less
 * than nothing, emptiness or a dash for nothing. Undefined where it is none, or finer than the unit.
 */
export function readAmount(text: string, decimals: number): number | undefined {
  const bare = text.normalize('NFKC').replaceAll(/[\s,'¥$€£]/g, '')
  if (bare === '' || /^[-–—]+$/.test(bare)) return 0
  const inBrackets = /^\((.+)\)$/.exec(bare)?.[1]
  const behind = /^(.+)-$/.exec(bare)?.[1]
  const number = parseDecimal(inBrackets ?? behind ?? bare, decimals)
  return number === undefined || (inBrackets ?? behind) === undefined ? number : 0 - number
}

/** 2025-12-31, 2025/1/5, 2025.1.5, 2025年1月5日 or 20250105. Undefined where it is no day. */
export function readDay(text: string): string | undefined {
  const match =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.trim()) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text.trim())
  if (match === null) return undefined
  const [, year = '', month = '', day = ''] = match
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isBusinessDate(date) ? date : undefined
}
