import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, closeSound, type Supplies } from '../../support/supplies'

let company: TestCompany
let supplies: Supplies

beforeEach(() => {
  company = openTestCompany()
  supplies = addSupplies(company)
})
afterEach(() => closeSound(company))

describe('what may be given instead', () => {
  it('is kept in order, in the same unit, and never the item itself', () => {
    const { owner, clerk } = company
    const { bolt, tea } = supplies
    owner.items.setSubstitutes({ itemId: bolt.id, substituteIds: [tea.id, tea.id] })
    expect(clerk.items.listSubstitutes({ itemId: bolt.id }).rows.map(({ code }) => code)).toEqual(['TEA'])
    expect(clerk.items.listSubstitutes({ itemId: tea.id }).rows).toEqual([])
    const refused = (ids: number[]) =>
      refusalOf(() => owner.items.setSubstitutes({ itemId: bolt.id, substituteIds: ids })).code
    expect(refused([bolt.id])).toBe('items.substituteIsItself')
    const { id: _id, active: _active, ...fields } = owner.items.getItem({ id: bolt.id })
    const metre = owner.items.addItem({
      ...fields,
      purchasePriceMicro: 0,
      code: 'ROPE',
      baseUnit: 'm',
      packs: [{ unit: 'm', baseQuantity: 1, barcodes: [] }],
    })
    expect(refused([metre.id])).toBe('items.substituteOtherUnit')
    owner.items.archiveItem({ id: tea.id })
    expect(clerk.items.listSubstitutes({ itemId: bolt.id }).rows).toEqual([])
  })
})

describe("a partner's own code", () => {
  it('finds the item in lists, in search and in scans of that partner', () => {
    const { owner, clerk } = company
    const { bolt, customerId, supplierId } = supplies
    owner.items.setPartnerCodes({
      itemId: bolt.id,
      codes: [
        { partnerId: customerId, code: 'X-77', name: 'Shelf bolt' },
        { partnerId: supplierId, code: '40093', name: '' },
      ],
    })
    expect(clerk.items.listPartnerCodes({ itemId: bolt.id }).rows).toMatchObject([
      { partner: { code: 'S1' }, code: '40093' },
      { partner: { code: 'C1' }, code: 'X-77', name: 'Shelf bolt' },
    ])
    expect(clerk.items.listItems({ filter: 'x-77' }).rows.map(({ code }) => code)).toEqual(['BOLT'])
    expect(clerk.search.find({ text: 'shelf' }).hits).toMatchObject([{ kind: 'items.item', id: bolt.id }])
    expect(clerk.items.readScan({ scan: 'X-77', partnerId: customerId }).item?.code).toBe('BOLT')
    expect(clerk.items.readScan({ scan: '40093', partnerId: supplierId }).item?.code).toBe('BOLT')
    expect(clerk.items.readScan({ scan: 'X-77', partnerId: supplierId }).item).toBeNull()
    const taken = refusalOf(() =>
      owner.items.setPartnerCodes({
        itemId: supplies.tea.id,
        codes: [{ partnerId: customerId, code: 'x-77', name: '' }],
      }),
    )
    expect([taken.code, taken.params['item']]).toEqual(['items.partnerCodeTaken', 'Bolt M8'])
  })
})

describe('the filter of the list of items', () => {
  it('finds as the search does: characters, initials, words anywhere, brand, barcode; and pages through all of it', () => {
    const { owner, clerk } = company
    const { packs: _packs, id: _id, active: _active, ...bolt } = owner.items.getItem({ id: supplies.bolt.id })
    const add = (code: string, name: string, brand = ''): number =>
      owner.items.addItem({
        ...bolt,
        purchasePriceMicro: 0,
        code,
        name,
        brand,
        packs: [{ unit: 'pc', baseQuantity: 1, barcodes: [] }],
      }).id
    add('K1', '可口可乐 500ml', 'Cola Co')
    add('K2', '可口可乐 330ml', 'Cola Co')
    const gone = add('K3', '百事可乐 330ml')
    const codes = (filter: string, more: object = {}): string[] =>
      clerk.items.listItems({ filter, ...more }).rows.map(({ code }) => code)
    expect(codes('可乐')).toEqual(['K1', 'K2', 'K3'])
    expect(codes('kkkl 500')).toEqual(['K1'])
    expect(codes('baishi')).toEqual(['K3'])
    expect(codes('cola')).toEqual(['K1', 'K2'])
    expect(codes('4006381333931')).toEqual(['BOLT'])
    expect(codes('  k ')).toEqual(['K1', 'K2', 'K3'])
    expect(codes('"%_*')).toEqual([])
    expect(clerk.items.listItems({ filter: '可乐', limit: 2 })).toMatchObject({ total: 3, rows: [{ code: 'K1' }, {}] })
    expect(codes('可乐', { limit: 2, offset: 2 })).toEqual(['K3'])
    expect(codes('可乐', { sort: 'code', descending: true, limit: 1 })).toEqual(['K3'])
    expect(codes('可乐', { kind: 'service' })).toEqual([])
    owner.items.archiveItem({ id: gone })
    expect(codes('可乐')).toEqual(['K1', 'K2'])
  })
})
