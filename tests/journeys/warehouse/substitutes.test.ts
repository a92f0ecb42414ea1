import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checks } from '../../../src/main/rooms'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, closeSound, ITEM, PIECE, type Supplies } from '../../support/supplies'
import { foundAfter } from '../../support/tampering'
import { packAll, pickAll, release, sell, stockUp } from '../../support/warehouse-day'

let company: TestCompany
let supplies: Supplies
let other: Supplies['bolt']
let orderId: number

beforeEach(() => {
  company = openTestCompany()
  supplies = addSupplies(company)
  const packs = [{ unit: 'pc', baseQuantity: 1, barcodes: [] }]
  const { id } = company.owner.items.addItem({ ...ITEM, code: 'SCREW', name: 'Screw M8', packs })
  other = { id, packId: company.owner.items.getItem({ id }).packs[0]?.id ?? 0 }
  company.owner.items.setSubstitutes({ itemId: supplies.bolt.id, substituteIds: [id] })
  stockUp(company, supplies, [
    { item: supplies.bolt, pieces: 5 },
    { item: other, pieces: 3 },
  ])
  orderId = sell(company, supplies, [{ item: supplies.bolt, pieces: 5 }])
})
afterEach(() => closeSound(company))

/** Two of five are there. */
function comeUpShort(): number {
  const [task] = release(company, supplies)
  company.clerk.warehouse.shortPick({ taskId: task!.id, foundMicro: 2 * PIECE })
  return task!.id
}
const offered = (taskId: number) => company.clerk.sales.substitutesFor({ taskId })
const give = (taskId: number, pieces?: number, itemId = other.id) =>
  company.clerk.sales.substitutePick({
    taskId,
    itemId,
    ...(pieces === undefined ? {} : { quantityMicro: pieces * PIECE }),
  })
const lines = () =>
  company.owner.sales
    .getOrder({ id: orderId })
    .lines.map((line) => [line.item.code, line.quantityMicro / PIECE, line.cancelledMicro / PIECE, line.netMinor])

describe('goods that are not there', () => {
  it('are replaced by others that the order takes: same price, same walk, one delivery and invoice', () => {
    company.owner.sales.allowSubstitutes({ orderId, allowed: true })
    const taskId = comeUpShort()
    expect(offered(taskId)).toEqual({
      missingMicro: 3 * PIECE,
      rows: [{ item: { id: other.id, code: 'SCREW', name: 'Screw M8', baseUnit: 'pc' }, freeMicro: 3 * PIECE }],
    })
    const before = company.owner.sales.getOrder({ id: orderId })
    expect(give(taskId)).toMatchObject({ quantityMicro: 3 * PIECE })
    expect(lines()).toEqual([
      ['BOLT', 5, 3, 10_000],
      ['SCREW', 3, 0, 6000],
    ])
    expect(company.owner.sales.getOrder({ id: orderId }).netMinor).toBe(before.netMinor + 6000)
    expect(offered(taskId).missingMicro).toBe(0)
    const [batch] = company.clerk.warehouse.listBatches({ warehouseId: supplies.warehouseId }).rows
    pickAll(
      company,
      company.clerk.warehouse.takeBatch({ batchId: batch!.id }).tasks.filter((task) => task.state === 'open'),
    )
    packAll(company, orderId)
    company.clerk.shipping.shipOrder({ orderId, shippedOn: '2026-03-03' })
    const invoice = company.bookkeeper.sales.invoiceOrder({ orderId, invoicedOn: '2026-03-05' })
    // Two bolts and three screws at 20.00.
    expect(company.owner.sales.getInvoice({ id: invoice.id }).netMinor).toBe(10_000)
    expect(company.owner.sales.getOrder({ id: orderId }).state).toBe('closed')
    const check = 'sales.substitutes stand in for what was given up'
    expect(
      foundAfter(company, checks, 'UPDATE sales_order_line SET cancelled_micro = 0 WHERE instead_of_line_id IS NULL'),
    ).toContain(check)
    expect(
      foundAfter(company, checks, 'UPDATE sales_order_line SET price_micro = 1 WHERE instead_of_line_id IS NOT NULL'),
    ).toContain(check)
  })

  it('wait where the order takes none, whatever its customer does; and the customer counts where it says nothing', () => {
    const taskId = comeUpShort()
    expect(offered(taskId)).toEqual({ missingMicro: 0, rows: [] })
    expect(refusalOf(() => give(taskId)).code).toBe('sales.substitutesNotTaken')
    company.owner.sales.setCustomerSubstitutes({ customerId: supplies.customerId, allowed: true })
    expect(offered(taskId).rows).toHaveLength(1)
    company.owner.sales.allowSubstitutes({ orderId, allowed: false })
    expect(offered(taskId).rows).toHaveLength(0)
    company.owner.sales.allowSubstitutes({ orderId, allowed: null })
    expect(refusalOf(() => give(taskId, 1, supplies.tea.id)).code).toBe('sales.notASubstitute')
    expect(refusalOf(() => give(taskId, 4)).code).toBe('sales.substituteShort')
    give(taskId, 1)
    expect(offered(taskId)).toMatchObject({ missingMicro: 2 * PIECE, rows: [{ freeMicro: 2 * PIECE }] })
    expect(lines()).toEqual([
      ['BOLT', 5, 1, 10_000],
      ['SCREW', 1, 0, 2000],
    ])
    company.owner.sales.setCustomerSubstitutes({ customerId: supplies.customerId, allowed: false })
    expect(offered(taskId).rows).toHaveLength(0)
  })

  it('are nobody else’s: what others are promised is not given, and a whole pick has nothing to replace', () => {
    company.owner.sales.allowSubstitutes({ orderId, allowed: true })
    sell(company, supplies, [{ item: other, pieces: 2 }])
    const [task] = release(company, supplies, [orderId])
    expect(refusalOf(() => give(task!.id)).code).toBe('sales.nothingToSubstitute')
    company.clerk.warehouse.shortPick({ taskId: task!.id, foundMicro: 0 })
    expect(offered(task!.id).rows[0]?.freeMicro).toBe(PIECE)
    expect(give(task!.id).quantityMicro).toBe(PIECE)
  })
})
