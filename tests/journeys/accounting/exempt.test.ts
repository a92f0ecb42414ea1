import { afterEach, describe, expect, it } from 'vitest'
import { billAdvice, goAbroad } from '../../support/abroad'
import { openTestCompany, type TestCompany } from '../../support/company'
import { addSupplies, closeSound } from '../../support/supplies'

let company: TestCompany
afterEach(() => closeSound(company))

describe.each(['cn-sbe', 'generic'] as const)('what is free of tax by law (%s)', (pack) => {
  it('stands in a box of its own, apart from what is sold at a rate of nothing', () => {
    company = openTestCompany({ pack })
    const supplies = addSupplies(company)
    const abroad = goAbroad(company)
    const { bookkeeper, owner } = company
    const codes = bookkeeper.accounting.taxRates({ on: '2026-03-02' }).rows.filter(({ rateMicro }) => rateMicro === 0)
    expect(codes.map(({ taxCode }) => taxCode).toSorted()).toEqual(['exempt', 'zero'])
    billAdvice(company, supplies, abroad, { amount: 100, currency: null })
    const lessons = owner.items.addItem({
      code: 'LESSON',
      name: 'Lesson',
      otherName: '',
      kind: 'service',
      category: '',
      baseUnit: 'h',
      lotTracked: false,
      shelfLifeDays: null,
      taxCode: 'exempt',
      salesPriceMicro: 0,
      purchasePriceMicro: 0,
      supplierId: null,
      weightGrams: 0,
      volumeMillilitres: 0,
      packs: [{ unit: 'h', baseQuantity: 1, barcodes: [] }],
    })
    const packId = owner.items.getItem({ id: lessons.id }).packs[0]!.id
    billAdvice(company, supplies, { ...abroad, advice: { id: lessons.id, packId } }, { amount: 40, currency: null })
    const answer = bookkeeper.tax.vatReturn({ from: '2026-03-01', to: '2026-03-31' })
    expect(answer).toMatchObject({ outputMinor: 0, payableMinor: 0 })
    expect(answer.boxes.map(({ taxCode, netMinor, taxMinor }) => [taxCode, netMinor, taxMinor])).toEqual([
      ['exempt', 4000, 0],
      ['zero', 10_000, 0],
    ])
  })
})
