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
