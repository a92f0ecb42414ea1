import type { Reader } from '../../../kernel/db'
import { winQueries } from './quotation-queries'

/**
 * What became of the quotations of a span of days: how many were decided, how many of them became an order, and what was
 * quoted and ordered of it. One that still waits for its customer is not decided; one whose day is over was not won.
 */
export function winRate(reader: Reader, input: { readonly from: string; readonly to: string }) {
  const { decided, won, quotedMinor, orderedMinor } = winQueries.sums(reader, input)
  return { ...input, decided, won, quotedMinor, orderedMinor, lost: winQueries.reasons(reader, input) }
}
