import { refuse } from '../../../../shared/errors'
import type { Reader } from '../../../kernel/db'
import { bookOf } from '../chart/book'
import type { NewLine } from '../journal/journal-store'

/**
 * The word that a voucher is numbered under. 收 takes money in (cash or bank is debited), 付 pays it out (credited), 转
 * moves none (会计基础工作规范 第五十条); 记 and the generic journal take any.
 */
export function checkedWord(reader: Reader, word: string | undefined, lines: readonly NewLine[]): string {
  const { chart, accounts } = bookOf(reader)
  const { general, words } = chart.voucherTypes
  if (word === undefined || word === '') return general
  if (!words.includes(word)) refuse('accounting.wordUnknown', { word, words: words.join(', ') }, 'word')
  if (word === general) return word
  const isCash = ({ accountId }: NewLine): boolean => (accounts.get(accountId)?.cashKind ?? '') !== ''
  const debitsCash = lines.some((line) => isCash(line) && line.debitMinor !== 0)
  const creditsCash = lines.some((line) => isCash(line) && line.creditMinor !== 0)
  if (word === '收' && !debitsCash) refuse('accounting.wordNeedsReceipt', { word }, 'word')
  if (word === '付' && !creditsCash) refuse('accounting.wordNeedsPayment', { word }, 'word')
  if (word === '转' && (debitsCash || creditsCash)) refuse('accounting.wordTakesNoCash', { word }, 'word')
  return word
}
