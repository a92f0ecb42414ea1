import { afterEach, describe, expect, it } from 'vitest'
import { openTestCompany, type TestCompany } from '../support/company'
import { addSupplies, closeSound } from '../support/supplies'
import { expectRefused } from '../support/unchanged'

/** What cards, prepaid expenses, wages and taxes refuse, each by its name; nothing of it stays in any table. */
const NEVER = 999_999
const reversal = { reversedOn: '2026-04-30', reason: 'test' }
let company: TestCompany
afterEach(() => closeSound(company))

const refuses = (code: string, act: () => unknown): void => expectRefused(company, code, act)
const bought = (categoryId: number) => ({
  name: 'Fork lift',
  categoryId,
  acquiredOn: '2026-01-15',
  inServiceOn: '2026-01-20',
  costMinor: 500_000,
})
const category = () =>
  company.bookkeeper.assets.saveCategory({
    name: 'Machines',
    method: 'straight-line',
    lifeMonths: 50,
    residualMicro: 0,
  }).id

describe('a card', () => {
  it('of a category, a supplier or a past that does not fit', () => {
    company = openTestCompany({ pack: 'cn-sbe' })
    const { supplierId } = addSupplies(company)
    const { assets } = company.bookkeeper
    const card = { ...bought(category()), accountCode: '1002' }
    refuses('assets.categoryUnknown', () => assets.acquire({ ...card, categoryId: NEVER }))
    refuses('assets.openingMonthsBeyondLife', () =>
      assets.acquire({ ...card, openingMinor: 100_000, openingMonths: 50 }),
    )
    const { accountCode: _bank, ...owed } = card
    refuses('assets.openingNotBought', () =>
      assets.acquire({ ...owed, supplierId, openingMinor: 100_000, openingMonths: 10 }),
    )
    refuses('assets.unknown', () => assets.dispose({ assetId: NEVER, disposedOn: '2026-03-31' }))
  })

  it('whose months and going follow each other', () => {
    company = openTestCompany({ pack: 'cn-sbe' })
    const { assets } = company.bookkeeper
    const { assets: owners } = company.owner
    const card = { ...bought(category()), accountCode: '1002' }
    const { id } = assets.acquire(card)
    const sold = assets.acquire({ ...card, name: 'Scale' })
    const [february, march] = ['2026-02-01', '2026-03-01'].map((month) => assets.runDepreciation({ month }).id) as [
      number,
      number,
    ]
    refuses('assets.hasHistory', () => owners.reverseAcquisition({ id, ...reversal }))
    refuses('assets.laterRunFirst', () => owners.reverseRun({ id: february, ...reversal }))
    refuses('assets.runUnknown', () => owners.reverseRun({ id: NEVER, ...reversal }))
    refuses('assets.notDisposed', () => owners.reverseDisposal({ id, ...reversal }))
    const go = (fields: object) => () => assets.dispose({ assetId: id, disposedOn: '2026-03-31', ...fields })
    refuses('assets.disposedBeforeCost', go({ disposedOn: '2026-01-14' }))
    refuses('assets.depreciatedSince', go({ disposedOn: '2026-02-10' }))
    refuses('assets.taxBeyondProceeds', go({ proceedsMinor: 100, taxMinor: 101, accountCode: '1002' }))
    assets.dispose({ assetId: sold.id, disposedOn: '2026-03-31' })
    refuses('assets.disposedSince', () => owners.reverseRun({ id: march, ...reversal }))
    owners.reverseDisposal({ id: sold.id, ...reversal })
    owners.reverseRun({ id: march, ...reversal })
    refuses('assets.runReversed', () => owners.reverseRun({ id: march, ...reversal }))
  })

  it('written down by more than it is worth', () => {
    company = openTestCompany({ pack: 'generic' })
    const { assets } = company.bookkeeper
    const { id } = assets.acquire({ ...bought(category()), accountCode: '1010' })
    refuses('assets.impairedBeyondValue', () =>
      assets.impair({ assetId: id, impairedOn: '2026-01-31', amountMinor: 500_001 }),
    )
    refuses('tax.onlyChinese', () =>
      company.owner.tax.setTaxpayer({ validFrom: '2026-05-01', kind: 'small-scale', certifiesInput: false }),
    )
  })
})

describe('prepaid expenses, wages and taxes', () => {
  it('that are not there, are under way, or owe nothing', () => {
    company = openTestCompany({ pack: 'cn-sbe' })
    const { accounting, prepaid, payroll, treasury } = company.bookkeeper
    accounting.postVoucher({
      postedOn: '2026-01-05',
      memo: 'Rent',
      lines: [
        { accountCode: '1801', debitMinor: 1200 },
        { accountCode: '1002', creditMinor: 1200 },
      ],
    })
    const { id } = prepaid.add({
      name: 'Rent',
      accountCode: '1801',
      expenseAccountCode: '5602',
      amountMinor: 1200,
      startsOn: '2026-03-01',
      months: 12,
    })
    refuses('prepaid.running', () => prepaid.resume({ id }))
    refuses('prepaid.unknown', () => prepaid.resume({ id: NEVER }))
    const run = payroll.postRun({
      month: '2026-03-01',
      postedOn: '2026-03-28',
      lines: [{ accountCode: '5602', grossMinor: 600_000 }],
    })
    const accountId = treasury.listAccounts({}).rows.find(({ kind }) => kind === 'bank')!.id
    refuses('payroll.nothingDue', () => payroll.pay({ runId: run.id, kind: 'tax', paidOn: '2026-04-10', accountId }))
    const { payroll: wages, tax } = company.owner
    refuses('payroll.runUnknown', () => wages.reverseRun({ id: NEVER, ...reversal }))
    refuses('payroll.paymentUnknown', () => wages.reversePayment({ id: NEVER, ...reversal }))
    refuses('tax.certificationUnknown', () => tax.reverseCertification({ id: NEVER, ...reversal }))
    refuses('tax.transferOutUnknown', () => tax.reverseTransferOut({ id: NEVER, ...reversal }))
    refuses('opening.unknown', () => company.owner.opening.undo({ id: NEVER, reason: 'x' }))
    expect(company.bookkeeper.prepaid.get({ id }).state).toBe('running')
  })
})
