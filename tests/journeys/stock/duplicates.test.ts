import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checks } from '../../../src/main/rooms'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, balances, closeSound, ITEM, PIECE, type Supplies } from '../../support/supplies'
import { foundAfter } from '../../support/tampering'
import { putAllAway, sell, stockUp } from '../../support/warehouse-day'

let company: TestCompany
let supplies: Supplies

beforeEach(() => {
  company = openTestCompany()
  supplies = addSupplies(company)
})
afterEach(() => closeSound(company))

const DAY = '2026-03-10'

/** An item entered a second time, with everything that an item can have. */
function enterTwice(tracked: boolean): number {
  const { owner } = company
  const fields = tracked ? { lotTracked: true, shelfLifeDays: 360, taxCode: 'reduced' } : {}
  const { id } = owner.items.addItem({
    ...ITEM,
    ...fields,
    code: 'TWICE',
    name: 'Entered twice',
    packs: [
      { unit: 'pc', baseQuantity: 1, barcodes: ['6901234567892'] },
      { unit: 'case', baseQuantity: 24, barcodes: ['16901234567899'] },
    ],
  })
  const { id: listId } = owner.prices.saveList({ code: 'L0', name: 'List', validFrom: '2026-01-01' })
  const caseId = owner.items.getItem({ id }).packs[1]?.id ?? 0
  owner.prices.setPrices({
    listId,
    lines: [
      { itemId: id, priceMicro: 9_000_000 },
      { itemId: id, packId: caseId, priceMicro: 200_000_000 },
    ],
  })
  owner.prices.savePromotion({
    name: 'Week',
    validFrom: '2026-03-01',
    validTo: '2026-03-31',
    itemId: id,
    discountMicro: 50_000,
  })
  owner.suppliers.saveTerm({
    supplierId: supplies.supplierId,
    itemId: id,
    validFrom: '2026-01-01',
    priceMicro: 7_000_000,
    leadDays: 3,
  })
  owner.items.setPartnerCodes({ itemId: id, codes: [{ partnerId: supplies.customerId, code: 'X-1', name: '' }] })
  owner.orders.teachWord({ customerId: supplies.customerId, text: 'zwei', itemId: id, packId: caseId })
  return id
}

const pair = (fromId: number, intoId: number, noun: 'item' | 'partner' = 'item') => ({ noun, fromId, intoId })

describe('an item that was entered twice', () => {
  it('becomes one with all that belongs to it, its stock at its value; and two again', () => {
    const { owner } = company
    const fromId = enterTwice(true)
    const from = { id: fromId, packId: owner.items.getItem({ id: fromId }).packs[0]?.id ?? 0 }
    stockUp(company, supplies, [
      { item: from, pieces: 6, lotCode: 'L1', expiresOn: '2026-12-31' },
      { item: supplies.tea, pieces: 4, lotCode: 'L9', expiresOn: '2026-12-31' },
    ])
    putAllAway(company, supplies)
    company.bookkeeper.purchasing.linesToInvoice({ supplierId: supplies.supplierId })
    const state = () => ({
      from: owner.items.getItem({ id: fromId }),
      tea: owner.items.getItem({ id: supplies.tea.id }).packs.filter(({ unit }) => unit === 'pc'),
      stock: [fromId, supplies.tea.id].map((itemId) => {
        const { onHandMicro, valueMinor } = owner.inventory.itemStock({ itemId })
        return [onHandMicro / PIECE, valueMinor]
      }),
      codes: owner.items.listPartnerCodes({ itemId: fromId }).rows,
      books: balances(owner),
      open: owner.duplicates.preview(pair(fromId, supplies.tea.id)).open,
    })
    const before = state()
    const shown = owner.duplicates.preview(pair(fromId, supplies.tea.id))
    // The order that brought the goods waits for its invoice: it is ended first.
    expect(shown).toMatchObject({ obstacles: [], open: [{ kind: 'purchasing.order' }] })
    expect(shown.moves).toEqual([
      { what: 'stock', count: 1 },
      { what: 'barcodes', count: 2 },
      { what: 'packs', count: 1 },
      { what: 'names', count: 1 },
      { what: 'prices', count: 3 },
      { what: 'supplierPrices', count: 1 },
      { what: 'words', count: 1 },
      { what: 'archive', count: 1 },
    ])
    const merge = () => owner.duplicates.merge({ ...pair(fromId, supplies.tea.id), mergedOn: DAY })
    expect(refusalOf(merge).code).toBe('duplicates.openDocuments')
    const { rows } = company.bookkeeper.purchasing.linesToInvoice({ supplierId: supplies.supplierId })
    company.bookkeeper.purchasing.postInvoice({
      supplierId: supplies.supplierId,
      supplierReference: 'INV-1',
      invoicedOn: '2026-03-06',
      lines: rows.map(({ receiptLineId, openMicro, priceMicro }) => ({
        receiptLineId,
        quantityMicro: openMicro,
        priceMicro: priceMicro ?? 0,
      })),
    })
    const ended = state()
    expect(ended).toMatchObject({ from: before.from, stock: before.stock, open: [] })

    const { id } = merge()
    expect(owner.duplicates.standing({ noun: 'item', id: fromId })).toMatchObject({
      active: false,
      mergedInto: { code: 'TEA' },
    })
    expect(state().stock).toEqual([
      [0, 0],
      [10, before.stock.reduce((sum, [, value]) => sum + (value ?? 0), 0)],
    ])
    expect(state().books).toEqual(ended.books)
    // The old code, the old barcodes, the customer's word and the old lot lead to the one that stays.
    expect(owner.items.findItems({ text: 'twice' }).rows.map(({ code }) => code)).toEqual(['TEA'])
    expect(owner.items.readScan({ scan: '16901234567899' })).toMatchObject({
      item: { code: 'TEA' },
      packQuantityMicro: 24 * PIECE,
    })
    expect(owner.orders.readMessage({ text: '3 zwei', customerId: supplies.customerId }).lines).toMatchObject([
      { item: { code: 'TEA' } },
    ])
    expect(owner.prices.priceOf({ itemId: supplies.tea.id, quantityMicro: PIECE, on: '2026-03-10' }).startMicro).toBe(
      9_000_000,
    )
    const traced = owner.stock.trace({ itemId: supplies.tea.id, code: 'L1' })
    expect(JSON.stringify(traced)).toContain('TWICE')
    expect(foundAfter(company, checks, `UPDATE items_item SET active = 1 WHERE id = ${fromId}`)).toContain(
      'duplicates.oldOnesPointToTheNew',
    )
    expect(
      foundAfter(company, checks, `UPDATE items_item SET merged_into = 1 WHERE id = ${supplies.tea.id}`),
    ).toContain('duplicates.oldOnesHoldNothing')

    owner.duplicates.undoMerge({ id, undoneOn: '2026-03-11' })
    expect(state()).toEqual(ended)
    expect(refusalOf(() => owner.duplicates.undoMerge({ id, undoneOn: '2026-03-11' })).code).toBe(
      'duplicates.undoneAlready',
    )
  })

  it('stays as it is while an order is open, or where the two are not alike', () => {
    const { owner } = company
    const fromId = enterTwice(false)
    const from = { id: fromId, packId: owner.items.getItem({ id: fromId }).packs[0]?.id ?? 0 }
    stockUp(company, supplies, [{ item: from, pieces: 5 }])
    sell(company, supplies, [{ item: from, pieces: 2 }])
    const merge = (intoId: number) =>
      refusalOf(() => owner.duplicates.merge({ ...pair(fromId, intoId), mergedOn: DAY }))
    expect(merge(supplies.tea.id).code).toBe('duplicates.otherTracking')
    expect(merge(fromId).code).toBe('duplicates.sameOne')
    expect(merge(supplies.bolt.id)).toMatchObject({ code: 'duplicates.openDocuments' })
    const kg = owner.items.addItem({
      ...ITEM,
      code: 'KG',
      name: 'By weight',
      baseUnit: 'kg',
      packs: [{ unit: 'kg', baseQuantity: 1, barcodes: [] }],
    })
    expect(merge(kg.id).code).toBe('duplicates.otherUnit')
    expect(refusalOf(() => company.clerk.duplicates.preview(pair(fromId, supplies.bolt.id))).code).toBe(
      'access.rightMissing',
    )
  })

  it('is not taken back over what was changed since', () => {
    const { owner } = company
    const fromId = enterTwice(false)
    const { id } = owner.duplicates.merge({ ...pair(fromId, supplies.bolt.id), mergedOn: DAY })
    const { id: _id, active: _active, purchasePriceMicro, ...bolt } = owner.items.getItem({ id: supplies.bolt.id })
    const packs = bolt.packs.map(({ unit, baseQuantity, barcodes }) => ({ unit, baseQuantity, barcodes }))
    owner.items.changeItem({
      ...bolt,
      id: supplies.bolt.id,
      name: 'Bolt, new',
      purchasePriceMicro: purchasePriceMicro ?? 0,
      packs,
    })
    expect(refusalOf(() => owner.duplicates.undoMerge({ id, undoneOn: DAY })).code).toBe('duplicates.changedSince')
  })
})

describe('a partner that was entered twice', () => {
  it('gives contracts, codes and supply to the other, once nothing is owed; and gets them back', () => {
    const { owner } = company
    const { id: fromId } = owner.parties.addPartner({
      code: 'S9',
      name: 'Northern Supply Co.',
      isCustomer: true,
      isSupplier: true,
      paymentTermsDays: 10,
      creditLimitMinor: null,
      minimumRemainingLifeDays: 0,
      taxNumber: '',
      phone: '',
      email: '',
      address: '',
    })
    const intoId = supplies.supplierId
    owner.prices.saveList({ code: 'K9', name: 'Contract', customerId: fromId, validFrom: '2026-01-01' })
    owner.suppliers.saveTerm({
      supplierId: fromId,
      itemId: supplies.bolt.id,
      validFrom: '2026-01-01',
      priceMicro: 7_000_000,
      leadDays: 3,
    })
    owner.items.setPartnerCodes({ itemId: supplies.bolt.id, codes: [{ partnerId: fromId, code: 'N-8', name: '' }] })
    const draft = owner.purchasing.saveOrder({
      supplierId: fromId,
      warehouseId: supplies.warehouseId,
      orderedOn: '2026-03-02',
      expectedOn: '2026-03-05',
      lines: [{ itemId: supplies.bolt.id, packId: supplies.bolt.packId, quantityMicro: PIECE, priceMicro: 1_000_000 }],
    })
    const merge = () => owner.duplicates.merge({ ...pair(fromId, intoId, 'partner'), mergedOn: DAY })
    expect(refusalOf(merge).code).toBe('duplicates.openDocuments')
    owner.purchasing.deleteOrder({ id: draft.id })
    const state = () => ({
      partners: [fromId, intoId].map((id) => owner.parties.getPartner({ id })),
      contracts: owner.prices.listLists({ side: 'contracts' }).rows.map((row) => row.customer?.code),
      terms: owner.suppliers.listTerms({}).rows.map((row) => row.supplier.code),
      codes: owner.items.listPartnerCodes({ itemId: supplies.bolt.id }).rows.map((row) => row.partner.code),
    })
    const before = state()
    const { id } = merge()
    expect(state()).toMatchObject({
      partners: [{ active: false }, { isCustomer: true, isSupplier: true }],
      contracts: ['S1'],
      terms: ['S1'],
      codes: ['S1'],
    })
    expect(owner.duplicates.listMerges({ noun: 'partner' }).rows).toMatchObject([
      { from: { code: 'S9' }, into: { code: 'S1' } },
    ])
    owner.duplicates.undoMerge({ id, undoneOn: DAY })
    expect(state()).toEqual(before)
  })
})
