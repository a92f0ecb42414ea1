import * as fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { Refusal } from '../../../src/shared/errors'
import { brokenChecks, openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, balances, closeSound } from '../../support/supplies'

let company: TestCompany
afterEach(() => closeSound(company))

function category(fields: object = {}): number {
  return company.bookkeeper.assets.saveCategory({
    name: 'Machines',
    method: 'straight-line',
    lifeMonths: 60,
    residualMicro: 40_000,
    ...fields,
  }).id
}

function buy(categoryId: number, fields: object = {}): number {
  return company.bookkeeper.assets.acquire({
    name: 'Fork lift',
    categoryId,
    acquiredOn: '2026-01-15',
    inServiceOn: '2026-01-20',
    costMinor: 6_000_000,
    accountCode: company.bookkeeper.company.profile({}).pack === 'cn-sbe' ? '1002' : '1010',
    ...fields,
  }).id
}

const run = (month: string) => company.bookkeeper.assets.runDepreciation({ month: `${month}-01` })

describe('a fixed asset (cn-sbe)', () => {
  it('is bought on credit, depreciated by the month, sold with a gain', () => {
    company = openTestCompany({ pack: 'cn-sbe' })
    const { supplierId } = addSupplies(company)
    const { bookkeeper, owner } = company
    const id = buy(category(), { accountCode: undefined, supplierId, supplierReference: 'F-9', taxMinor: 780_000 })
    expect(balances(bookkeeper)).toEqual({ 1601: 6_000_000, 22210101: 780_000, 220201: -6_780_000 })
    expect(bookkeeper.accounting.listOpenItems({ role: 'payable' }).rows).toMatchObject([
      { documentNumber: 'F-9', openMinor: 6_780_000, dueOn: '2026-02-14' },
    ])
    // (60,000.00 - 4 %) / 60 = 960.00; the month of its first use takes nothing.
    expect(refusalOf(() => run('2026-01')).code).toBe('assets.nothingDue')
    expect(refusalOf(() => run('2026-03')).code).toBe('assets.earlierMonthMissing')
    run('2026-02')
    const second = run('2026-03')
    expect(balances(bookkeeper)).toMatchObject({ 1602: -192_000, 5602: 192_000 })
    expect(refusalOf(() => run('2026-03')).code).toBe('assets.nothingDue')
    owner.assets.reverseRun({ id: second.id, reversedOn: '2026-03-31', reason: 'x' })
    run('2026-03')
    expect(bookkeeper.assets.getAsset({ id })).toMatchObject({ accumulatedMinor: 192_000, valueMinor: 5_808_000 })
    // Sold in April: April is taken too. 58,080 - 960 = 57,120; 62,150 less 7,150 tax = 55,000: a loss of 2,120.
    const sale = { assetId: id, disposedOn: '2026-04-10', proceedsMinor: 6_215_000, taxMinor: 715_000 }
    expect(refusalOf(() => bookkeeper.assets.dispose(sale)).code).toBe('assets.proceedsNeedAccount')
    bookkeeper.assets.dispose({ ...sale, accountCode: '1002' })
    expect(balances(bookkeeper)).toEqual({
      1002: 6_215_000,
      22210101: 780_000,
      22210102: -715_000,
      220201: -6_780_000,
      5602: 288_000,
      571104: 212_000,
    })
    expect(bookkeeper.assets.listAssets({ state: 'disposed' }).sums).toEqual({
      costMinor: 0,
      accumulatedMinor: 0,
      valueMinor: 0,
    })
    expect(refusalOf(() => bookkeeper.assets.dispose({ ...sale, accountCode: '1002' })).code).toBe('assets.notInUse')
    owner.assets.reverseDisposal({ id, reversedOn: '2026-04-11', reason: 'x' })
    expect(bookkeeper.assets.getAsset({ id })).toMatchObject({ state: 'in-use', accumulatedMinor: 192_000 })
    run('2026-04')
  })

  it('keeps its cost under the small business standard', () => {
    company = openTestCompany({ pack: 'cn-sbe' })
    const id = buy(category())
    const impair = () => company.bookkeeper.assets.impair({ assetId: id, impairedOn: '2026-01-31', amountMinor: 1 })
    expect(refusalOf(impair).code).toBe('assets.noImpairment')
    company.owner.assets.reverseAcquisition({ id, reversedOn: '2026-01-31', reason: 'twice' })
    expect(balances(company.bookkeeper)).toEqual({})
  })

  it('is part of the end of the month', () => {
    company = openTestCompany({ pack: 'cn-sbe' })
    buy(category())
    const { rows } = company.bookkeeper.accounting.listPeriods({})
    const february = rows[1]?.id ?? 0
    company.bookkeeper.closing.postMonthEnd({ periodId: february })
    expect(balances(company.bookkeeper)['1602']).toBe(-96_000)
    expect(company.bookkeeper.assets.listRuns({}).rows).toMatchObject([{ month: '2026-02-01', amountMinor: 96_000 }])
  })
})

describe('a fixed asset (generic)', () => {
  it('is impaired, and the rest of its life shares what remains', () => {
    company = openTestCompany({ pack: 'generic' })
    const id = buy(category({ lifeMonths: 12, residualMicro: 0 }), { costMinor: 120_000 })
    run('2026-02')
    const { bookkeeper } = company
    const impair = (amountMinor: number) =>
      bookkeeper.assets.impair({ assetId: id, impairedOn: '2026-02-28', amountMinor })
    expect(refusalOf(() => impair(110_001))).toMatchObject({ params: { open: '1100.00' } })
    impair(11_000)
    run('2026-03')
    // 1,200 less 100 less 110 over eleven months: 90 each.
    expect(balances(bookkeeper)).toMatchObject({ 1500: 120_000, 1590: -30_000, 6200: 19_000, 6220: 11_000 })
  })

  it('goes on where another program left off, and by units', () => {
    company = openTestCompany({ pack: 'generic' })
    const { bookkeeper } = company
    const machines = category({ residualMicro: 0 })
    const moved = { acquiredOn: '2026-01-01', inServiceOn: '2026-01-01', accountCode: '3000' }
    buy(machines, { ...moved, costMinor: 600_000, openingMinor: 590_000, openingMonths: 58 })
    const truck = buy(machines, { method: 'units', unitsTotal: 100_000, costMinor: 500_000 })
    expect(balances(bookkeeper)).toMatchObject({ 1500: 1_100_000, 1590: -590_000, 3000: -10_000 })
    bookkeeper.assets.setUnits({ assetId: truck, month: '2026-02-01', units: 2500 })
    run('2026-02')
    // 10,000 - 58 months left it above the plan: the last month takes what is left.
    expect(bookkeeper.assets.planRun({ month: '2026-03-01' }).rows).toEqual([])
    expect(balances(bookkeeper)).toMatchObject({ 1590: -612_500, 6200: 22_500 })
  })

  it('refuses what cannot be', () => {
    company = openTestCompany({ pack: 'generic' })
    const id = category()
    const refused = (fields: object) => refusalOf(() => buy(id, fields)).code
    expect(refused({ method: 'sum-of-digits', lifeMonths: 18 })).toBe('assets.wholeYears')
    expect(refused({ residualMinor: 6_000_001 })).toBe('assets.residualBeyondCost')
    expect(refused({ method: 'units' })).toBe('assets.unitsMissing')
    expect(refused({ inServiceOn: '2026-01-14' })).toBe('assets.serviceBeforeCost')
    expect(refused({ openingMinor: 6_000_000 })).toBe('assets.openingBeyondCost')
    expect(refused({ accountCode: undefined })).toBe('assets.counterpartMissing')
    expect(refusalOf(() => category()).code).toBe('assets.categoryNameTaken')
    expect(balances(company.bookkeeper)).toEqual({})
  })

  it('ties to the accounts through any life', () => {
    company = openTestCompany({ pack: 'generic' })
    const act = fc.record({
      what: fc.constantFrom('buy', 'run', 'dispose', 'impair', 'undoRun', 'undoDisposal'),
      at: fc.integer({ min: 0, max: 11 }),
      amount: fc.integer({ min: 1, max: 900_000 }),
    })
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        const fresh = openTestCompany({ pack: 'generic' })
        try {
          const { owner } = fresh
          const methods = ['straight-line', 'double-declining', 'sum-of-digits'] as const
          const categories = methods.map(
            (method) => owner.assets.saveCategory({ name: method, method, lifeMonths: 24, residualMicro: 50_000 }).id,
          )
          for (const { what, at, amount } of acts) {
            const month = `2026-${String(at + 1).padStart(2, '0')}`
            const asset = () => {
              const { rows } = owner.assets.listAssets({ state: what === 'undoDisposal' ? 'disposed' : 'in-use' })
              return rows[at % Math.max(rows.length, 1)]?.id ?? 999
            }
            try {
              if (what === 'buy') {
                const day = `${month}-10`
                owner.assets.acquire({
                  name: 'x',
                  categoryId: categories[at % 3] ?? 0,
                  acquiredOn: day,
                  inServiceOn: day,
                  costMinor: amount,
                  accountCode: '1010',
                })
              } else if (what === 'run') {
                for (let each = 1; each <= at + 1; each += 1) {
                  const { rows } = owner.assets.planRun({ month: `2026-${String(each).padStart(2, '0')}-01` })
                  if (rows.length > 0) {
                    owner.assets.runDepreciation({ month: `2026-${String(each).padStart(2, '0')}-01` })
                  }
                }
              } else if (what === 'dispose') {
                owner.assets.dispose({
                  assetId: asset(),
                  disposedOn: `${month}-20`,
                  proceedsMinor: amount,
                  accountCode: '1010',
                })
              } else if (what === 'impair') {
                owner.assets.impair({ assetId: asset(), impairedOn: `${month}-25`, amountMinor: amount })
              } else if (what === 'undoRun') {
                const last = owner.assets.listRuns({}).rows.find(({ state }) => state === 'posted')
                owner.assets.reverseRun({ id: last?.id ?? 999, reversedOn: '2026-12-31', reason: '' })
              } else {
                owner.assets.reverseDisposal({ id: asset(), reversedOn: '2026-12-31', reason: '' })
              }
            } catch (error) {
              if (!(error instanceof Refusal) || error.code === 'app.unexpected') throw error
            }
          }
          expect(brokenChecks(fresh.reader)).toEqual([])
        } finally {
          fresh.close()
        }
      }),
      { numRuns: 12 },
    )
  })
})
