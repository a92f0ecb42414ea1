import { lineAmountMinor } from '../../../../shared/values/money'
import type { BillLine, OpenReceiptLine } from './bill-queries'
import { billableOf, matchPrice, type Tolerance } from './tolerance'

export type MatchResult = 'matched' | 'price-difference' | 'quantity-difference' | 'not-received'

export interface MatchedLine extends BillLine {
  readonly result: MatchResult
  /** What came of it and has no invoice. */
  readonly receivedMicro: number
  /** As agreed for what came; null where nothing did. */
  readonly agreedMicro: number | null
  readonly parts: readonly { readonly receiptLineId: number; readonly quantityMicro: number }[]
}

/**
 * The lines of a supplier's invoice against what came and has no invoice: of the document that the supplier names, else
 * of any; the oldest first, no piece for two lines. Pure.
 */
export function matchLines(
  lines: readonly BillLine[],
  open: readonly OpenReceiptLine[],
  { tolerance, decimals }: { readonly tolerance: Tolerance | undefined; readonly decimals: number },
): MatchedLine[] {
  const left = new Map(open.map((line) => [line.receiptLineId, line.openMicro]))
  return lines.map((line) => {
    const fitting = open.filter((received) => {
      if (received.itemId !== line.itemId) return false
      return line.document === '' || received.orderNumber === line.document || received.receiptNumber === line.document
    })
    let rest = line.quantityMicro
    let agreedMinor = 0
    const parts: { receiptLineId: number; quantityMicro: number }[] = []
    for (const received of fitting) {
      const quantityMicro = Math.min(left.get(received.receiptLineId) ?? 0, rest)
      if (quantityMicro <= 0) continue
      parts.push({ receiptLineId: received.receiptLineId, quantityMicro })
      left.set(received.receiptLineId, (left.get(received.receiptLineId) ?? 0) - quantityMicro)
      agreedMinor += lineAmountMinor(quantityMicro, received.agreedMicro, decimals)
      rest -= quantityMicro
    }
    const receivedMicro = line.quantityMicro - rest
    // A little more than came is paid with it: on the last of the receipts, within what that may be billed with.
    const last = parts.at(-1)
    const lastOpenMicro = fitting.find(({ receiptLineId }) => receiptLineId === last?.receiptLineId)?.openMicro ?? 0
    const lastLeftMicro = left.get(last?.receiptLineId ?? 0) ?? 0
    const isWithin =
      rest > 0 && last !== undefined && lastOpenMicro - lastLeftMicro + rest <= billableOf(lastOpenMicro, tolerance)
    if (isWithin) {
      parts[parts.length - 1] = { ...last, quantityMicro: last.quantityMicro + rest }
      left.set(last.receiptLineId, lastLeftMicro - rest)
    }
    const agreedMicro = fitting.find(({ receiptLineId }) => receiptLineId === parts[0]?.receiptLineId)?.agreedMicro
    return {
      ...line,
      parts,
      receivedMicro,
      agreedMicro: agreedMicro ?? null,
      result: resultOf(
        line,
        {
          receivedMicro: isWithin ? line.quantityMicro : receivedMicro,
          agreedMinor: agreedMinor + (isWithin ? lineAmountMinor(rest, agreedMicro ?? 0, decimals) : 0),
          agreedMicro: agreedMicro ?? 0,
        },
        tolerance,
        decimals,
      ),
    }
  })
}

function resultOf(
  line: BillLine,
  came: { readonly receivedMicro: number; readonly agreedMinor: number; readonly agreedMicro: number },
  tolerance: Tolerance | undefined,
  decimals: number,
): MatchResult {
  if (came.receivedMicro === 0) return 'not-received'
  if (came.receivedMicro < line.quantityMicro) return 'quantity-difference'
  const netMinor = lineAmountMinor(line.quantityMicro, line.priceMicro, decimals)
  const { agreedMinor, agreedMicro } = came
  return matchPrice({ netMinor, agreedMinor, orderPriceMicro: agreedMicro }, tolerance).result
}

const GRAVITY: Readonly<Record<MatchResult, number>> = {
  matched: 0,
  'price-difference': 1,
  'quantity-difference': 2,
  'not-received': 3,
}

/** What an invoice as a whole waits for: the gravest of its lines. */
export function worstOf(lines: readonly { readonly result: MatchResult }[]): MatchResult {
  return lines.reduce<MatchResult>(
    (worst, { result }) => (GRAVITY[result] > GRAVITY[worst] ? result : worst),
    'matched',
  )
}
