import { describe, expect, it } from 'vitest'
import { invoiceJournal } from './invoice-posting'

describe('invoiceJournal', () => {
  it('posts an invoice of 100.00 with 13 % tax', () => {
    expect(invoiceJournal({ customerId: 7, netMinor: 10_000, taxMinor: 1_300 }, 'red')).toEqual([
      { role: 'receivable', debitMinor: 11_300, partnerId: 7 },
      { role: 'revenue', creditMinor: 10_000 },
      { role: 'output-tax', creditMinor: 1_300 },
    ])
  })

  it('posts a credit note in red where the pack reverses in red', () => {
    expect(invoiceJournal({ customerId: 7, netMinor: -2_500, taxMinor: -325 }, 'red')).toEqual([
      { role: 'receivable', debitMinor: -2_825, partnerId: 7 },
      { role: 'revenue', creditMinor: -2_500 },
      { role: 'output-tax', creditMinor: -325 },
    ])
  })

  it('swaps the sides of a credit note elsewhere', () => {
    expect(invoiceJournal({ customerId: 7, netMinor: -2_500, taxMinor: -500 }, 'swapped')).toEqual([
      { role: 'receivable', creditMinor: 3_000, partnerId: 7 },
      { role: 'revenue', debitMinor: 2_500 },
      { role: 'output-tax', debitMinor: 500 },
    ])
  })

  it.each(['red', 'swapped'] as const)('balances, %s', (reversal) => {
    for (const netMinor of [1, 999, -1, -123_456]) {
      const lines = invoiceJournal({ customerId: 1, netMinor, taxMinor: Math.round(netMinor * 0.13) }, reversal)
      const balance = lines.reduce((sum, line) => sum + (line.debitMinor ?? 0) - (line.creditMinor ?? 0), 0)
      expect(balance).toBe(0)
    }
  })
})
