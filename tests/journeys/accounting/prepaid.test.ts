import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { balances, closeSound } from '../../support/supplies'

let company: TestCompany
afterEach(() => closeSound(company))

const periodOf = (month: string): number =>
  company.bookkeeper.closing.listMonths({}).rows.find(({ startsOn }) => startsOn.startsWith(month))!.id
const take = (month: string): number =>
  company.bookkeeper.closing.postMonthEnd({ periodId: periodOf(month), key: 'prepaid.amortisation' }).posted
const left = (): number => balances(company.bookkeeper)['1801'] ?? 0

describe('a prepaid expense', () => {
  let id: number
  beforeEach(() => {
    company = openTestCompany()
    company.bookkeeper.accounting.postVoucher({
      postedOn: '2026-01-10',
      memo: 'Renovation',
      lines: [
        { accountCode: '1801', debitMinor: 100_000 },
        { accountCode: '1002', creditMinor: 100_000 },
      ],
    })
    id = company.bookkeeper.prepaid.add({
      name: 'Renovation',
      accountCode: '1801',
      expenseAccountCode: '5602',
      amountMinor: 100_000,
      startsOn: '2026-02-15',
      months: 3,
    }).id
  })

  it('becomes cost of its months, each once, to the last cent', () => {
    const { prepaid, closing } = company.bookkeeper
    expect(take('2026-01')).toBe(0)
    expect(
      closing.cockpit({ periodId: periodOf('2026-02') }).vouchers.find(({ key }) => key === 'prepaid.amortisation'),
    ).toMatchObject({
      state: 'missing',
      lines: [
        { accountCode: '5602', debitMinor: 33_333 },
        { accountCode: '1801', creditMinor: 33_333 },
      ],
    })
    expect(refusalOf(() => closing.closeMonth({ periodId: periodOf('2026-01') })).code).not.toBe(
      'closing.vouchersMissing',
    )
    expect([take('2026-02'), take('2026-02'), take('2026-03'), take('2026-04'), take('2026-05')]).toEqual([
      1, 0, 1, 1, 0,
    ])
    expect(left()).toBe(0)
    expect(prepaid.get({ id })).toMatchObject({
      takenMinor: 100_000,
      leftMinor: 0,
      parts: [
        { month: '2026-02-01', amountMinor: 33_333, label: '记-1' },
        { month: '2026-03-01', amountMinor: 33_334 },
        { month: '2026-04-01', amountMinor: 33_333 },
      ],
    })
  })

  it('ended takes the rest, cancelled gives back what it took, and goes on where that was a mistake', () => {
    const { prepaid } = company.bookkeeper
    take('2026-02')
    prepaid.stop({ id, how: 'end', month: '2026-03-09' })
    expect(refusalOf(() => prepaid.stop({ id, how: 'end', month: '2026-03-09' })).code).toBe('prepaid.stoppedAlready')
    take('2026-03')
    expect(left()).toBe(0)
    prepaid.resume({ id })
    // March took 66,667 where 33,334 was right: its own month is evened out.
    take('2026-03')
    expect(left()).toBe(33_333)
    expect(refusalOf(() => prepaid.stop({ id, how: 'cancel', month: '2026-02-01' })).code).toBe(
      'prepaid.stopBeforeLast',
    )
    prepaid.stop({ id, how: 'cancel', month: '2026-04-01' })
    take('2026-04')
    expect(left()).toBe(100_000)
    expect(prepaid.list({}).sums).toEqual({ amountMinor: 100_000, takenMinor: 0, leftMinor: 0 })
  })

  it('tells where its account holds something else than is left', () => {
    const check = () =>
      company.bookkeeper.closing
        .cockpit({ periodId: periodOf('2026-02') })
        .checks.find(({ key }) => key === 'prepaid.accountDiffers')
    take('2026-02')
    expect(check()).toMatchObject({ count: 0 })
    company.bookkeeper.accounting.postVoucher({
      postedOn: '2026-02-10',
      memo: 'More',
      lines: [
        { accountCode: '1801', debitMinor: 500 },
        { accountCode: '1002', creditMinor: 500 },
      ],
    })
    expect(check()).toMatchObject({ count: 1, severity: 'warns', findings: [{ amountMinor: 500 }] })
  })

  it('needs two accounts, one of them for cost', () => {
    const { prepaid } = company.bookkeeper
    const plan = { name: 'x', amountMinor: 1, startsOn: '2026-02-01', months: 1 }
    const refused = (accountCode: string, expenseAccountCode: string): string =>
      refusalOf(() => prepaid.add({ ...plan, accountCode, expenseAccountCode })).code
    expect(refused('1801', '1801')).toBe('prepaid.sameAccount')
    expect(refused('1122', '5602')).toBe('accounting.accountControlled')
    expect(refused('1801', '2221')).toBe('accounting.accountHasParts')
  })
})
