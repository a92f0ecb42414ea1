import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { billAdvice, goAbroad } from '../support/abroad'
import { openTestCompany, refusalOf, type TestCompany } from '../support/company'
import { addSupplies, closeSound } from '../support/supplies'
import { expectRefused } from '../support/unchanged'

/** What vouchers, the chart, assets and the month's end refuse, each by its name; nothing of it stays in any table. */
type Refused = readonly (readonly [what: string, code: string, act: () => unknown])[]

const NEVER = 999_999
let company: TestCompany

const by = () => company.bookkeeper
const owner = () => company.owner
const voucher = (lines: readonly object[], more: object = {}) =>
  by().accounting.postVoucher({ postedOn: '2026-03-05', memo: 'test', lines: lines as never, ...more })
const reversal = { reversedOn: '2026-04-02', reason: 'test' }

afterAll(() => closeSound(company))

describe('vouchers and the chart refuse', () => {
  let entryId = 0
  let invoiceEntryId = 0
  let archivedId = 0
  let [dongs, own] = [0, 0]
  const drafts = { uneven: 0, short: 0 }

  beforeAll(() => {
    company = openTestCompany({ pack: 'cn-sbe' })
    const abroad = goAbroad(company)
    own = abroad.own
    const { accounting, currencies, treasury } = by()
    currencies.addCurrency({ code: 'VND' })
    currencies.setRates({ rates: [{ currency: 'VND', validFrom: '2026-03-01', rateMicro: 300 }] })
    dongs = treasury.addAccount({ kind: 'bank', name: 'Dong account', currency: 'VND' }).id
    accounting.addAccount({ code: '560201', name: 'Office', parentCode: '5602' })
    accounting.addAccount({ code: '56020101', name: 'Paper', parentCode: '560201' })
    const shop = { dimension: 'department' as const, code: 'D1', name: 'Shop' }
    archivedId = accounting.saveDimension(shop).id
    accounting.saveDimension({ ...shop, id: archivedId, isActive: false })
    entryId = voucher([
      { accountCode: '5603', debitMinor: 100 },
      { accountCode: '1002', creditMinor: 100 },
    ]).id
    const bill = billAdvice(company, addSupplies(company), abroad, { amount: 100 })
    const listed = accounting.listEntries({}).rows
    invoiceEntryId = listed.find(
      ({ sourceId, sourceKind }) => sourceKind === 'sales.invoice' && sourceId === bill.id,
    )!.id
    const draft = { postedOn: '2026-03-05', memo: 'test' }
    const half = { accountCode: '5603', debitMinor: 100 }
    drafts.uneven = accounting.saveDraft({ ...draft, lines: [half, { accountCode: '1002', creditMinor: 99 }] }).id
    drafts.short = accounting.saveDraft({ ...draft, lines: [half] }).id
  })

  const refused: Refused = [
    ['a code that is taken', 'accounting.codeTaken', () => by().accounting.addAccount({ code: '1001', name: 'x' })],
    ['an account of no kind', 'accounting.kindMissing', () => by().accounting.addAccount({ code: '7001', name: 'x' })],
    [
      'parts of an account that documents keep',
      'accounting.accountNotDivisible',
      () => by().accounting.addAccount({ code: '112201', name: 'x', parentCode: '1122' }),
    ],
    [
      'deleting an account that has parts',
      'accounting.archivePartsFirst',
      () => by().accounting.deleteAccount({ code: '560201' }),
    ],
    [
      'a line on both sides',
      'accounting.lineNeedsOneSide',
      () =>
        voucher([
          { accountCode: '5603', debitMinor: 1, creditMinor: 1 },
          { accountCode: '1002', creditMinor: 1 },
        ]),
    ],
    [
      'a line of a department that is archived',
      'accounting.dimensionArchived',
      () =>
        voucher([
          { accountCode: '5603', debitMinor: 1, departmentId: archivedId },
          { accountCode: '1002', creditMinor: 1 },
        ]),
    ],
    [
      'so little foreign money that it is nothing in ours',
      'accounting.amountTooSmall',
      () =>
        by().treasury.postCashEntry({
          direction: 'in',
          accountId: dongs,
          enteredOn: '2026-03-05',
          lines: [{ accountCode: '5301', amountMinor: 1 }],
        }),
    ],
    [
      'moving as little',
      'accounting.amountTooSmall',
      () => by().treasury.postTransfer({ fromId: dongs, toId: own, transferredOn: '2026-03-05', amountMinor: 1 }),
    ],
    [
      'an accrual that takes itself back before it is there',
      'accounting.reversalBeforeEntry',
      () =>
        voucher(
          [
            { accountCode: '5603', debitMinor: 1 },
            { accountCode: '1002', creditMinor: 1 },
          ],
          { reversesOn: '2026-03-05' },
        ),
    ],
    [
      'a reversal before its voucher',
      'accounting.reversalBeforeEntry',
      () => owner().accounting.reverseVoucher({ entryId, reversedOn: '2026-03-04', reason: 'x' }),
    ],
    [
      'reversing the entry of a document',
      'accounting.reverseTheDocument',
      () => owner().accounting.reverseVoucher({ entryId: invoiceEntryId, ...reversal }),
    ],
    [
      'reversing what is not there',
      'accounting.entryUnknown',
      () => owner().accounting.reverseVoucher({ entryId: NEVER, ...reversal }),
    ],
    [
      'approving a draft out of balance',
      'accounting.draftNotBalanced',
      () => owner().accounting.reviewDraft({ id: drafts.uneven, isReviewed: true }),
    ],
    [
      'posting a draft of one line',
      'accounting.linesMissing',
      () => by().accounting.postDrafts({ ids: [drafts.short] }),
    ],
    ['a draft that is not there', 'accounting.draftUnknown', () => by().accounting.deleteDraft({ id: NEVER })],
    ['a template that is not there', 'accounting.templateUnknown', () => by().accounting.deleteTemplate({ id: NEVER })],
    ['a month that is not there', 'accounting.periodUnknown', () => by().closing.closeMonth({ periodId: NEVER })],
    [
      'opening a month that is open',
      'closing.notClosed',
      () => owner().closing.reopenMonth({ periodId: by().closing.listMonths({}).rows[0]!.id, reason: 'x' }),
    ],
    [
      'a month-end voucher that nobody makes',
      'closing.voucherUnknown',
      () => by().closing.postMonthEnd({ periodId: by().closing.listMonths({}).rows[0]!.id, key: 'none' }),
    ],
  ]

  it.each(refused)('%s (%s)', (_what, code, act) => expectRefused(company, code, act))

  it('the hundredth bank account', () => {
    for (let at = 3; at < 100; at += 1) by().treasury.addAccount({ kind: 'bank', name: `Bank ${at}` })
    expectRefused(company, 'accounting.noSubAccountLeft', () =>
      by().treasury.addAccount({ kind: 'bank', name: 'One more' }),
    )
  })

  it('a budget compared over days that end before they begin', () => {
    const variance = () => by().budgets.variance({ from: '2026-02-01', to: '2026-01-31' })
    expect(refusalOf(variance).code).toBe('budgets.fromAfterTo')
  })
})
