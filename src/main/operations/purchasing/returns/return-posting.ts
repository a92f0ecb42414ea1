import type { ForeignAmount, JournalLine } from '../../../ledgers/accounting'

export interface SentGoods {
  readonly supplierId: number
  readonly itemId: number
  readonly quantityMicro: number
  /** What stock gave up, by the item's costing method. */
  readonly costMinor: number
  /** Of the receipt, where no invoice has come: GRNI gives it back. */
  readonly uninvoicedValueMinor: number
  /** What the supplier is expected to credit for the part that was invoiced. */
  readonly expectedMinor: number
}

/**
 * Goods that go back: stock against GRNI. What had no invoice yet will never get one; for the rest GRNI waits for the
 * supplier's credit note. Where the cost has moved on since they came, cost of sales carries the difference.
 */
export function sentJournal(goods: SentGoods): JournalLine[] {
  const { supplierId, itemId, quantityMicro, costMinor } = goods
  const claimMinor = goods.uninvoicedValueMinor + goods.expectedMinor
  return [
    { role: 'goods-received-not-invoiced', debitMinor: claimMinor, partnerId: supplierId },
    { role: 'stock', creditMinor: costMinor, itemId, quantityMicro: 0 - quantityMicro },
    ...differenceLines(itemId, costMinor - claimMinor),
  ]
}

export interface CreditedGoods {
  readonly itemId: number
  readonly netMinor: number
  readonly taxMinor: number
  readonly expectedMinor: number
}

/**
 * The supplier's invoice backwards: in red where the country reverses in red (小企业会计准则), else with its sides
 * swapped. What is credited above or below the expected goes to cost of sales: the goods are gone.
 */
export function creditJournal(
  credit: {
    readonly supplierId: number
    readonly lines: readonly CreditedGoods[]
    /** What is owed less in the document's currency, where that is not the books' own: below zero. */
    readonly foreign?: ForeignAmount | undefined
  },
  reversal: 'red' | 'swapped',
  /** Null: its tax was no tax of one's own but cost. */
  taxRole: 'input-tax' | 'input-tax-pending' | null = 'input-tax',
): JournalLine[] {
  const { supplierId, lines, foreign } = credit
  // Debit is above zero, and what is owed less is one.
  const owedLess =
    foreign === undefined ? {} : { foreign: { currency: foreign.currency, amountMinor: 0 - foreign.amountMinor } }
  const sum = (of: (line: CreditedGoods) => number): number => lines.reduce((total, line) => total + of(line), 0)
  const back = (line: JournalLine, side: 'debit' | 'credit', amountMinor: number): JournalLine => {
    const isDebit = (side === 'debit') === (reversal === 'red')
    const amount = reversal === 'red' ? 0 - amountMinor : amountMinor
    return isDebit ? { ...line, debitMinor: amount } : { ...line, creditMinor: amount }
  }
  return [
    back(
      { role: 'goods-received-not-invoiced', partnerId: supplierId },
      'debit',
      sum((line) => line.expectedMinor),
    ),
    ...(taxRole === null
      ? []
      : [
          back(
            { role: taxRole, partnerId: supplierId },
            'debit',
            sum((line) => line.taxMinor),
          ),
        ]),
    back(
      { role: 'payable', partnerId: supplierId, ...owedLess },
      'credit',
      sum((line) => line.netMinor + line.taxMinor),
    ),
    ...lines.flatMap((line) =>
      differenceLines(line.itemId, line.expectedMinor - line.netMinor - (taxRole === null ? line.taxMinor : 0)),
    ),
  ]
}

/** Above zero a loss, below a gain. */
function differenceLines(itemId: number, lossMinor: number): JournalLine[] {
  if (lossMinor === 0) return []
  return lossMinor > 0
    ? [{ role: 'cost-of-sales', debitMinor: lossMinor, itemId }]
    : [{ role: 'cost-of-sales', creditMinor: 0 - lossMinor, itemId }]
}
