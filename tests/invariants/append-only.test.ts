import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestCompany } from '../support/company'
import { undone } from '../support/tampering'
import { twoMonths } from '../support/two-months'

/** What is posted is never changed nor deleted: the file itself refuses it, whoever asks. */
const POSTED = [
  'accounting_entry',
  'accounting_line',
  'accounting_settlement',
  'inventory_movement',
  'sales_invoice_line',
  'audit_entry',
] as const

let company: TestCompany
beforeAll(() => {
  company = twoMonths().company
})
afterAll(() => company.close())

describe('posted rows', () => {
  it.each(POSTED)('%s refuses to be changed and deleted', (table) => {
    const { tx } = company.company.file
    undone(
      (work) => tx.within(new Date(), work),
      () => {
        const [column] = tx.all<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`)
        expect(tx.all(`SELECT 1 FROM ${table} LIMIT 1`), 'rows to try it on').toHaveLength(1)
        const change = () => tx.run(`UPDATE ${table} SET ${column!.name} = ${column!.name}`)
        const remove = () => tx.run(`DELETE FROM ${table}`)
        expect(change).toThrow(/append-only/)
        expect(remove).toThrow(/append-only/)
      },
    )
  })

  it('keep the number they were given: a voucher never comes before one that is posted', () => {
    const { accounting } = company.bookkeeper
    const post = (postedOn: string) =>
      accounting.postVoucher({
        postedOn,
        memo: 'late',
        lines: [
          { accountCode: '5603', debitMinor: 100 },
          { accountCode: '1002', creditMinor: 100 },
        ],
      })
    const numberOf = (label: string | null): number => Number(label?.split('-').at(-1))
    const last = post('2026-03-31')
    // Of an earlier day, and still the next number of the month.
    expect(numberOf(post('2026-03-01').number)).toBe(numberOf(last.number) + 1)
  })
})
