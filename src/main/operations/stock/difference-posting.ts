import type { JournalLine } from '../../ledgers/accounting'

/** What stock gained or lost against the books by an event of its own: it passes no account for investigation. */
export function valueJournal(
  changes: readonly { readonly itemId: number; readonly changeMinor: number }[],
): JournalLine[] {
  return changes
    .filter(({ changeMinor }) => changeMinor !== 0)
    .flatMap(({ itemId, changeMinor }): JournalLine[] =>
      changeMinor > 0
        ? [
            { role: 'stock', debitMinor: changeMinor, itemId },
            { role: 'stock-gain', creditMinor: changeMinor, itemId },
          ]
        : [
            { role: 'stock-loss', debitMinor: 0 - changeMinor, itemId },
            { role: 'stock', creditMinor: 0 - changeMinor, itemId },
          ],
    )
}

/** What a reversal left between the books and stock, because values had moved on: cost of sales carries it. */
export function restJournal(
  reversed: readonly { readonly itemId: number; readonly originalMinor: number; readonly reversedMinor: number }[],
): JournalLine[] {
  return reversed
    .map(({ itemId, originalMinor, reversedMinor }) => ({ itemId, restMinor: originalMinor + reversedMinor }))
    .filter(({ restMinor }) => restMinor !== 0)
    .flatMap(({ itemId, restMinor }): JournalLine[] =>
      restMinor > 0
        ? [
            { role: 'stock', debitMinor: restMinor, itemId },
            { role: 'cost-of-sales', creditMinor: restMinor, itemId },
          ]
        : [
            { role: 'cost-of-sales', debitMinor: 0 - restMinor, itemId },
            { role: 'stock', creditMinor: 0 - restMinor, itemId },
          ],
    )
}
