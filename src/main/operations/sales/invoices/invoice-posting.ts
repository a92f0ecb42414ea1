import type { ForeignAmount, JournalLine } from '../../../ledgers/accounting'

export interface InvoiceAmounts {
  readonly customerId: number
  /** Negative for a credit note. */
  readonly netMinor: number
  readonly taxMinor: number
  /** The whole in the document's currency where that is not the books' own; negative for a credit note. */
  readonly foreign?: ForeignAmount | undefined
}

/**
 * Receivable against revenue and output tax. A credit note is the same entry with negative amounts where the country
 * reverses in red (小企业会计准则), else with its sides swapped.
 */
export function invoiceJournal(invoice: InvoiceAmounts, reversal: 'red' | 'swapped'): JournalLine[] {
  const { customerId, netMinor, taxMinor, foreign } = invoice
  const isSwapped = reversal === 'swapped' && netMinor + taxMinor < 0
  const debit = (amountMinor: number) => (isSwapped ? { creditMinor: 0 - amountMinor } : { debitMinor: amountMinor })
  const credit = (amountMinor: number) => (isSwapped ? { debitMinor: 0 - amountMinor } : { creditMinor: amountMinor })
  return [
    {
      role: 'receivable',
      ...debit(netMinor + taxMinor),
      partnerId: customerId,
      ...(foreign === undefined ? {} : { foreign }),
    },
    { role: 'revenue', ...credit(netMinor) },
    { role: 'output-tax', ...credit(taxMinor) },
  ]
}
