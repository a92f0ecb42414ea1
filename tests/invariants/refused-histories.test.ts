import { afterEach, expect, it } from 'vitest'
import { openTestCompany, type TestCompany } from '../support/company'
import { addSupplies, closeSound, ITEM, PIECE, type Supplies } from '../support/supplies'
import { twoMonths } from '../support/two-months'
import { expectRefused } from '../support/unchanged'

/** What the books refuse only after something has happened; nothing of it stays in any table. */
let company: TestCompany
afterEach(() => closeSound(company))

function sellService(supplies: Supplies, taxCode: string, on: string): () => unknown {
  const item = company.owner.items.addItem({
    ...ITEM,
    code: 'S',
    name: 'Service',
    kind: 'service',
    taxCode,
    packs: [{ unit: 'pc', baseQuantity: 1, barcodes: [] }],
  })
  const packId = company.owner.items.getItem({ id: item.id }).packs[0]!.id
  return () =>
    company.bookkeeper.sales.saveOrder({
      customerId: supplies.customerId,
      warehouseId: supplies.warehouseId,
      orderedOn: on,
      promisedOn: on,
      lines: [{ itemId: item.id, packId, quantityMicro: PIECE, priceMicro: 1_000_000 }],
    })
}

it('deleting an account that plays a role', () => {
  company = openTestCompany({ pack: 'cn-sbe' })
  const { accounting } = company.bookkeeper
  const rolesOf = (code: string) => accounting.listAccounts({}).rows.find((row) => row.code === code)?.roles
  const before = rolesOf('5603')
  accounting.addAccount({ code: '560301', name: 'Charges', parentCode: '5603' })
  accounting.addAccount({ code: '560302', name: 'Interest', parentCode: '5603' })
  // The first part takes the roles of the account, and gives them back as the last.
  expect(rolesOf('560301')).toEqual(before)
  expectRefused(company, 'accounting.accountHasRole', () => accounting.deleteAccount({ code: '560301' }))
  accounting.deleteAccount({ code: '560302' })
  accounting.deleteAccount({ code: '560301' })
  expect(rolesOf('5603')).toEqual(before)
  accounting.postVoucher({
    postedOn: '2026-03-02',
    memo: 'charges',
    lines: [
      { accountCode: '5603', debitMinor: 100 },
      { accountCode: '1002', creditMinor: 100 },
    ],
  })
})

it('selling at a tax that nobody knows, or before it was law', () => {
  company = openTestCompany({ pack: 'cn-sbe' })
  expectRefused(company, 'accounting.taxCodeUnknown', sellService(addSupplies(company), 'luxury', '2026-03-02'))
  company.close()
  company = openTestCompany({ pack: 'cn-sbe', startsOn: '2011-01-01', now: '2011-03-02T08:00:00Z' })
  expectRefused(company, 'accounting.taxRateMissing', sellService(addSupplies(company), 'services', '2011-03-02'))
})

it('paying less than nothing with a credit note', () => {
  const history = twoMonths()
  company = history.company
  const items = company.bookkeeper.accounting.listOpenItems({ role: 'receivable' }).rows
  const credit = items.find(({ openMinor }) => openMinor < 0)!
  expect(credit.openMinor).toBeLessThan(0)
  expectRefused(company, 'treasury.appliedBelowNothing', () =>
    company.bookkeeper.treasury.postPayment({
      direction: 'in',
      partnerId: history.supplies.customerId,
      paidOn: '2026-03-20',
      amountMinor: 100,
      applications: [{ openItemId: credit.id, amountMinor: credit.openMinor }],
    }),
  )
})
