import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { brokenChecks, openTestCompany, refusalOf, type TestCompany } from '../../support/company'

let company: TestCompany

beforeEach(() => {
  company = openTestCompany({ pack: 'cn-sbe' })
})

afterEach(() => {
  expect(brokenChecks(company.reader)).toEqual([])
  company.close()
})

describe('currencies', () => {
  it('are none until one is added; each is quoted in its own way', () => {
    const { currencies } = company.bookkeeper
    expect(currencies.listCurrencies({})).toEqual({ base: 'CNY', rows: [] })
    currencies.addCurrency({ code: 'USD' })
    currencies.addCurrency({ code: 'JPY', units: 100 })
    currencies.setRates({
      rates: [
        { currency: 'USD', validFrom: '2026-03-01', rateMicro: 7_100_000 },
        { currency: 'JPY', validFrom: '2026-03-01', rateMicro: 4_781_200 },
        { currency: 'USD', validFrom: '2026-03-05', rateMicro: 7_050_000 },
      ],
    })
    expect(currencies.listCurrencies({}).rows).toEqual([
      {
        code: 'JPY',
        decimals: 0,
        units: 100,
        quoted: 'direct',
        isActive: true,
        lastOn: '2026-03-01',
        lastRateMicro: 4_781_200,
      },
      {
        code: 'USD',
        decimals: 2,
        units: 1,
        quoted: 'direct',
        isActive: true,
        lastOn: '2026-03-05',
        lastRateMicro: 7_050_000,
      },
    ])
  })

  it('take the last rate on or before a day, and the later word of two for the same day', () => {
    const { currencies } = company.bookkeeper
    currencies.addCurrency({ code: 'USD' })
    const on = (day: string) => currencies.rateOn({ currency: 'USD', on: day })
    const set = (validFrom: string, rateMicro: number) =>
      currencies.setRates({ rates: [{ currency: 'USD', validFrom, rateMicro }] })
    set('2026-03-01', 7_100_000)
    set('2026-03-05', 7_050_000)
    expect(on('2026-02-28')).toEqual({ rateMicro: null, validFrom: null })
    expect(on('2026-03-04')).toEqual({ rateMicro: 7_100_000, validFrom: '2026-03-01' })
    expect(on('2026-03-05')).toEqual({ rateMicro: 7_050_000, validFrom: '2026-03-05' })
    set('2026-03-05', 7_060_000)
    expect(on('2026-12-31').rateMicro).toBe(7_060_000)
    const [newest] = currencies.listRates({}).rows
    currencies.deleteRate({ id: newest?.id ?? 0 })
    expect(on('2026-12-31')).toEqual({ rateMicro: 7_100_000, validFrom: '2026-03-01' })
    expect(refusalOf(() => currencies.deleteRate({ id: newest?.id ?? 0 })).code).toBe('currencies.rateUnknown')
  })

  it('are refused where nobody deals in them', () => {
    const { currencies } = company.bookkeeper
    const add = (code: string) => refusalOf(() => currencies.addCurrency({ code })).code
    expect([add('CNY'), add('XAU')]).toEqual(['currencies.isBase', 'currencies.unknown'])
    currencies.addCurrency({ code: 'USD' })
    expect(add('USD')).toBe('currencies.taken')
    const rates = [
      { currency: 'USD', validFrom: '2026-03-01', rateMicro: 7_100_000 },
      { currency: 'EUR', validFrom: '2026-03-01', rateMicro: 7_800_000 },
    ]
    expect(refusalOf(() => currencies.setRates({ rates }))).toMatchObject({
      code: 'currencies.notInUse',
      params: { currency: 'EUR' },
    })
    // All of them or none.
    expect(currencies.listRates({}).total).toBe(0)
  })
})

describe('an account in a foreign currency', () => {
  const account = (code: string, extra: object = {}) =>
    company.bookkeeper.accounting.addAccount({ code, name: code, parentCode: '1012', ...extra })
  const post = (lines: object[], postedOn = '2026-03-02') =>
    company.bookkeeper.accounting.postVoucher({ postedOn, memo: 'currency', lines: lines as never })

  beforeEach(() => {
    const { currencies } = company.bookkeeper
    currencies.addCurrency({ code: 'USD' })
    currencies.addCurrency({ code: 'JPY', units: 100 })
    currencies.setRates({ rates: [{ currency: 'USD', validFrom: '2026-03-01', rateMicro: 7_100_000 }] })
    account('101201', { currency: 'USD' })
  })

  it('takes amounts in it: by the rate of the day, by a rate that is named, or both as they were', () => {
    post([
      { accountCode: '101201', currency: 'USD', foreignMinor: 100_000 },
      { accountCode: '3001', creditMinor: 710_000 },
    ])
    post([
      { accountCode: '101201', foreignMinor: -10_000, rateMicro: 7_050_000 },
      { accountCode: '5602', debitMinor: 70_500 },
    ])
    // The bank took 7.1234 by its own rounding.
    post([
      { accountCode: '101201', foreignMinor: 333, debitMinor: 2372 },
      { accountCode: '1002', creditMinor: 2372 },
    ])
    const { books } = company.bookkeeper
    const span = { from: '2026-03-01', to: '2026-03-31' }
    const ledger = books.subsidiaryLedger({ accountCode: '101201', ...span })
    expect(ledger).toMatchObject({ closingMinor: 641_872, openingForeignMinor: 0, closingForeignMinor: 90_333 })
    expect(
      ledger.rows.map((row) => [row.currency, row.foreignMinor, row.foreignBalanceMinor, row.balanceMinor]),
    ).toEqual([
      ['USD', 100_000, 100_000, 710_000],
      ['USD', -10_000, 90_000, 639_500],
      ['USD', 333, 90_333, 641_872],
    ])
    expect(books.subsidiaryLedger({ accountCode: '101201', ...span, offset: 2 }).rows[0]?.foreignBalanceMinor).toBe(
      90_333,
    )
    const trial = books.trialBalance(span).rows.map(({ accountCode, foreign }) => [accountCode, foreign])
    expect(trial).toEqual([
      ['1002', null],
      ['1012', null],
      ['101201', { currency: 'USD', openingMinor: 0, closingMinor: 90_333 }],
      ['3001', null],
      ['5602', null],
    ])
    expect(books.trialBalance({ from: '2026-04-01', to: '2026-04-30' }).rows[2]?.foreign?.openingMinor).toBe(90_333)
  })

  it('takes nothing else', () => {
    const refusal = (...lines: object[]) => {
      const { code, params } = refusalOf(() => post(lines))
      return [code, params]
    }
    const equity = { accountCode: '3001', creditMinor: 710 }
    expect(refusal({ accountCode: '101201', currency: 'JPY', foreignMinor: 100 }, equity)).toEqual([
      'accounting.wrongCurrency',
      { account: '101201', own: 'USD', currency: 'JPY' },
    ])
    expect(refusal({ accountCode: '101201', debitMinor: 710 }, equity)).toEqual([
      'accounting.foreignMissing',
      { account: '101201', currency: 'USD' },
    ])
    expect(refusal({ accountCode: '101201', debitMinor: 710, foreignMinor: -100 }, equity)[0]).toBe(
      'accounting.foreignSide',
    )
    expect(refusal({ accountCode: '1002', currency: 'USD', foreignMinor: 100, debitMinor: 710 }, equity)).toEqual([
      'accounting.wrongCurrency',
      { account: '1002', own: 'CNY', currency: 'USD' },
    ])
    account('101202', { currency: 'JPY' })
    expect(refusal({ accountCode: '101202', foreignMinor: 100 }, equity)).toEqual([
      'currencies.rateMissing',
      { currency: 'JPY', date: '2026-03-02' },
    ])
    expect(company.bookkeeper.accounting.listEntries({}).total).toBe(0)
  })

  it('is taken back with both amounts; drafts, templates and accruals carry them', () => {
    const { accounting, books } = company.bookkeeper
    const lines = [
      { accountCode: '101201', currency: 'USD', foreignMinor: 100_000 },
      { accountCode: '3001', creditMinor: 710_000 },
    ]
    const { id } = post(lines)
    company.owner.accounting.reverseVoucher({ entryId: id, reversedOn: '2026-03-03', reason: 'wrong' })
    const closing = () => {
      const { closingMinor, closingForeignMinor } = books.subsidiaryLedger({
        accountCode: '101201',
        from: '2026-01-01',
        to: '2026-12-31',
      })
      return [closingMinor, closingForeignMinor]
    }
    expect(closing()).toEqual([0, 0])
    const draft = accounting.saveDraft({ postedOn: '2026-03-04', memo: 'draft', lines, reversesOn: '2026-04-01' })
    accounting.postDrafts({ ids: [draft.id] })
    expect(closing()).toEqual([710_000, 100_000])
    accounting.postDue({ on: '2026-04-01' })
    expect(closing()).toEqual([0, 0])
  })

  it('keeps its currency once it is used, and is never one that results or documents stand on', () => {
    const { accounting } = company.bookkeeper
    const change = (code: string, currency: string | null) =>
      refusalOf(() => accounting.changeAccount({ code, name: code, isActive: true, currency })).code
    post([
      { accountCode: '101201', foreignMinor: 100 },
      { accountCode: '3001', creditMinor: 710 },
    ])
    expect(change('101201', 'JPY')).toBe('accounting.currencyInUse')
    expect(change('1002', 'USD')).toBe('accounting.currencyOnRole')
    expect(change('2221', 'USD')).toBe('accounting.currencyOfFamily')
    expect(change('4301', 'USD')).toBe('accounting.currencyNeedsBalance')
    expect(change('2001', 'EUR')).toBe('currencies.notInUse')
    const part = (parentCode: string, currency: string) =>
      refusalOf(() =>
        accounting.addAccount({ code: `${parentCode}01`, name: 'part', parentCode, currency, movesOn: '2026-03-31' }),
      )
    expect(part('101201', 'JPY').code).toBe('accounting.currencyOfParent')
    expect(part('101201', 'USD').code).toBe('accounting.currencyNotDivisible')
    expect(part('1002', 'USD').code).toBe('accounting.firstPartInBase')
    accounting.changeAccount({ code: '101201', name: 'Dollars', isActive: true })
    expect(accounting.listAccounts({}).rows.find(({ code }) => code === '101201')).toMatchObject({
      name: 'Dollars',
      currency: 'USD',
    })
  })
})
