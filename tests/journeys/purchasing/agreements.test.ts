import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checks } from '../../../src/main/rooms'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, closeSound, PIECE, type Supplies } from '../../support/supplies'
import { foundAfter } from '../../support/tampering'

let company: TestCompany
let supplies: Supplies

beforeEach(() => {
  company = openTestCompany()
  supplies = addSupplies(company)
})
afterEach(() => closeSound(company))

const yuan = (amount: number): number => amount * 1_000_000

function agree(fields: object = {}): number {
  return company.owner.purchasing.placeAgreement({
    supplierId: supplies.supplierId,
    validFrom: '2026-01-01',
    validTo: '2026-06-30',
    lines: [{ itemId: supplies.bolt.id, priceMicro: yuan(9), quantityMicro: 100 * PIECE }],
    ...fields,
  }).id
}
const get = (id: number) => company.owner.purchasing.getAgreement({ id })

function callOff(id: number, pieces: number, orderedOn = '2026-03-02'): number {
  return company.owner.purchasing.callOff({
    id,
    warehouseId: supplies.warehouseId,
    orderedOn,
    expectedOn: orderedOn,
    lines: [{ lineId: get(id).lines[0]!.id, quantityMicro: pieces * PIECE }],
  }).id
}
const confirm = (id: number) => company.owner.purchasing.confirmOrder({ id })

describe('an agreement with a supplier', () => {
  it('is called off in orders at its prices, shows what is left, and is not overdrawn', () => {
    const id = agree()
    const order = callOff(id, 60)
    expect(get(id).lines).toMatchObject([{ drawnMicro: 0 }])
    const second = callOff(id, 70)
    confirm(order)
    expect(get(id)).toMatchObject({ state: 'open', drawnMinor: 54_000, lines: [{ drawnMicro: 60 * PIECE }] })
    expect(refusalOf(() => confirm(second))).toMatchObject({
      code: 'purchasing.agreementOverdrawn',
      params: { left: '40', wanted: '70' },
    })
    expect(refusalOf(() => callOff(id, 41)).code).toBe('purchasing.agreementOverdrawn')
    expect(company.owner.purchasing.getOrder({ id: order }).chain.from).toMatchObject([
      { kind: 'purchasing.agreement', id },
    ])
    expect(get(id).chain.to).toMatchObject([{ id: order }, { id: second }])
    // what will not come is free again
    company.owner.purchasing.cancelOrder({ id: order })
    confirm(second)
    expect(get(id).lines).toMatchObject([{ drawnMicro: 70 * PIECE }])
    const tampered = 'UPDATE purchasing_order_line SET quantity_micro = 200000000'
    expect(foundAfter(company, checks, tampered)).toContain('purchasing.agreementsAreNotOverdrawn')
  })

  it('may be of an amount, ends by its day or by hand, and holds its prices', () => {
    const line = { itemId: supplies.bolt.id, priceMicro: yuan(9) }
    expect(refusalOf(() => agree({ lines: [line] })).code).toBe('purchasing.agreementWithoutEnd')
    expect(refusalOf(() => agree({ lines: [line, line], amountMinor: 1 })).code).toBe('purchasing.itemAgreedTwice')
    const id = agree({ lines: [line], amountMinor: 100_000 })
    confirm(callOff(id, 100))
    expect(refusalOf(() => callOff(id, 12))).toMatchObject({
      code: 'purchasing.agreementAmountOverdrawn',
      params: { left: '100.00', wanted: '108.00' },
    })
    expect(refusalOf(() => callOff(id, 1, '2026-07-01')).code).toBe('purchasing.agreementNotInForce')
    const draft = callOff(id, 5)
    company.owner.purchasing.saveOrder({
      id: draft,
      supplierId: supplies.supplierId,
      warehouseId: supplies.warehouseId,
      orderedOn: '2026-03-02',
      expectedOn: '2026-03-02',
      lines: [{ ...line, packId: supplies.bolt.packId, quantityMicro: 5 * PIECE, priceMicro: yuan(10) }],
    })
    expect(refusalOf(() => confirm(draft)).code).toBe('purchasing.priceNotAgreed')
    company.clock.set('2026-07-02T08:00:00Z')
    expect(company.owner.purchasing.listAgreements({ state: 'expired' }).rows).toMatchObject([{ id, state: 'expired' }])
    company.owner.purchasing.endAgreement({ id })
    expect(get(id).state).toBe('ended')
    expect(refusalOf(() => company.owner.purchasing.endAgreement({ id })).code).toBe('purchasing.agreementEnded')
  })
})
