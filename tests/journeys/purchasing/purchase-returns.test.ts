import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, balances, closeSound, order, PIECE, type Supplies } from '../../support/supplies'
import { putAllAway, receive, sell } from '../../support/warehouse-day'

let company: TestCompany
let supplies: Supplies

beforeEach(() => {
  company = openTestCompany()
  supplies = addSupplies(company)
})
afterEach(() => closeSound(company))

const yuan = (amount: number): number => amount * 1_000_000
const stockValue = () => company.owner.inventory.itemStock({ itemId: supplies.bolt.id })
const account = (code: string): number => balances(company.owner)[code] ?? 0
// 小企业会计准则: 1405 库存商品, 2202 应付账款 with its 暂估 below it, 5401 主营业务成本
const owed = (): number => 0 - account('220201')

function bring(pieces: number, price = 10): number {
  const bought = order(company.owner, supplies, [{ item: supplies.bolt, pieces, priceMicro: yuan(price) }])
  const receipt = company.clerk.purchasing.receiveGoods({
    orderId: bought.id,
    receivedOn: '2026-03-02',
    lines: [{ orderLineId: bought.lineIds[0]!, quantityMicro: pieces * PIECE }],
  })
  putAllAway(company, supplies)
  return company.owner.purchasing.getReceipt({ id: receipt.id }).lines[0]!.id
}

function invoice(receiptLineId: number, pieces: number, price: number, reference = 'INV-1'): number {
  return company.bookkeeper.purchasing.postInvoice({
    supplierId: supplies.supplierId,
    supplierReference: reference,
    invoicedOn: '2026-03-03',
    lines: [{ receiptLineId, quantityMicro: pieces * PIECE, priceMicro: yuan(price) }],
  }).id
}

function plan(receiptLineId: number, pieces: number): number {
  return company.owner.purchasing.planReturn({
    supplierId: supplies.supplierId,
    warehouseId: supplies.warehouseId,
    plannedOn: '2026-03-04',
    reason: 'bent',
    lines: [{ receiptLineId, quantityMicro: pieces * PIECE }],
  }).id
}

const toSend = () => company.clerk.purchasing.returnsToSend({ warehouseId: supplies.warehouseId }).rows

function send(pieces?: number) {
  const [waiting] = toSend()
  const [line] = waiting!.lines
  return company.clerk.purchasing.sendReturn({
    lineId: line!.id,
    binScan: line!.places[0]!.bin.code,
    itemScan: '4006381333931',
    sentOn: '2026-03-04',
    ...(pieces === undefined ? {} : { quantityMicro: pieces * PIECE }),
  })
}
const get = (id: number) => company.owner.purchasing.getReturn({ id })

describe('goods that were not invoiced', () => {
  it('go back by scan, take their value off GRNI, and no invoice can ask for them', () => {
    const line = bring(10)
    const grni = account('220202')
    const id = plan(line, 4)
    expect(get(id)).toMatchObject({ state: 'planned', number: 'PR-2026-000001' })
    expect(stockValue().onHandMicro).toBe(10 * PIECE)
    const [waiting] = toSend()
    const wrong = refusalOf(() =>
      company.clerk.purchasing.sendReturn({
        lineId: waiting!.lines[0]!.id,
        binScan: waiting!.lines[0]!.places[0]!.bin.code,
        itemScan: '5901234123457',
        sentOn: '2026-03-04',
      }),
    )
    expect(wrong.code).toBe('warehouse.wrongItem')
    expect(refusalOf(() => send(5)).code).toBe('purchasing.sentTooMany')
    expect(send(1)).toMatchObject({ state: 'planned', openMicro: 3 * PIECE })
    expect(send()).toMatchObject({ state: 'closed', sentMicro: 3 * PIECE, openMicro: 0 })
    expect(stockValue()).toMatchObject({ onHandMicro: 6 * PIECE })
    expect(account('220202') - grni).toBe(4000)
    expect(get(id).lines).toMatchObject([{ uninvoicedMicro: 4 * PIECE, costMinor: 4000, expectedMinor: 0 }])
    expect(refusalOf(() => invoice(line, 7, 10)).code).toBe('purchasing.overInvoiced')
    invoice(line, 6, 10)
    expect(account('220202')).toBe(0)
    expect(owed()).toBe(6780)
    expect(refusalOf(() => plan(line, 7)).params).toMatchObject({ open: '6', wanted: '7' })
  })

  it('can be taken back from the way, into the bin they came from', () => {
    const line = bring(10)
    const before = balances(company.owner)
    const id = plan(line, 4)
    send()
    company.owner.purchasing.reverseReturn({ id, reversedOn: '2026-03-05', reason: 'kept after all' })
    expect(balances(company.owner)).toEqual(before)
    expect(stockValue().onHandMicro).toBe(10 * PIECE)
    invoice(line, 10, 10)
    expect(account('220202')).toBe(0)
    expect(
      refusalOf(() => company.owner.purchasing.reverseReturn({ id, reversedOn: '2026-03-05', reason: '' })).code,
    ).toBe('purchasing.returnOver')
  })
})

describe('goods that were invoiced', () => {
  it('wait for a credit note; what it lacks of the price is a loss, what is owed falls', () => {
    const line = bring(10)
    // 10 at 10.00 received, invoiced at 11.00: 110.00 in stock, 124.30 owed
    invoice(line, 10, 11)
    const id = plan(line, 3)
    expect(send()).toMatchObject({ state: 'sent' })
    expect(get(id).lines).toMatchObject([{ uninvoicedMicro: 0, costMinor: 3300, expectedMinor: 3300 }])
    expect(account('220202')).toBe(3300)
    const [sent] = get(id).lines
    const credit = (pieces: number, price: number, supplierReference: string) =>
      company.bookkeeper.purchasing.postCredit({
        returnId: id,
        supplierReference,
        creditedOn: '2026-03-06',
        lines: [{ returnLineId: sent!.id, quantityMicro: pieces * PIECE, priceMicro: yuan(price) }],
      })
    expect(refusalOf(() => credit(4, 10, 'CR-1')).params).toEqual({ item: 'BOLT Bolt M8', open: '3', wanted: '4' })
    credit(1, 11, 'CR-1')
    expect(get(id)).toMatchObject({ state: 'sent', lines: [{ creditedMicro: PIECE, expectedMinor: 2200 }] })
    const last = credit(2, 10, 'CR-2')
    // 11.00 + 20.00 credited of 33.00 expected: 2.00 lost; 31.00 and 13 % less owed: 124.30 - 35.03
    expect(get(id)).toMatchObject({ state: 'closed', lines: [{ expectedMinor: 0 }] })
    expect(account('220202')).toBe(0)
    expect(owed()).toBe(12_430 - 3503)
    expect(account('5401')).toBe(200)
    expect(refusalOf(() => credit(1, 10, 'CR-2')).code).toBe('purchasing.returnNotToCredit')
    expect(
      refusalOf(() => company.owner.purchasing.reverseReturn({ id, reversedOn: '2026-03-07', reason: '' })).code,
    ).toBe('purchasing.returnCredited')
    company.owner.purchasing.reverseCredit({ id: last.id, reversedOn: '2026-03-07', reason: 'wrong price' })
    expect(get(id)).toMatchObject({ state: 'sent', lines: [{ creditedMicro: PIECE, expectedMinor: 2200 }] })
    expect(account('220202')).toBe(2200)
    expect(owed()).toBe(12_430 - 1243)
  })

  it('keep their invoice and their receipt while they wait', () => {
    const line = bring(10)
    const invoiceId = invoice(line, 10, 10)
    plan(line, 3)
    send()
    expect(
      refusalOf(() => company.owner.purchasing.reverseInvoice({ id: invoiceId, reversedOn: '2026-03-05', reason: '' }))
        .code,
    ).toBe('purchasing.invoiceReturned')
    const receiptId = company.owner.purchasing.listReceipts({}).rows[0]!.id
    expect(
      refusalOf(() => company.owner.purchasing.reverseReceipt({ id: receiptId, reversedOn: '2026-03-05', reason: '' }))
        .code,
    ).toBe('purchasing.receiptReturned')
  })

  it('partly: the pieces without an invoice go first', () => {
    const line = bring(10)
    invoice(line, 8, 10)
    const id = plan(line, 5)
    send()
    expect(get(id)).toMatchObject({
      state: 'sent',
      lines: [{ uninvoicedMicro: 2 * PIECE, expectedMinor: 3000, costMinor: 5000 }],
    })
    expect(account('220202')).toBe(3000)
  })
})

describe('goods out of stock', () => {
  it('go back by lot, at the price asked for; promised ones stay', () => {
    receive(company, supplies, [
      { item: supplies.tea, pieces: 5, lotCode: 'L1', expiresOn: '2026-12-31' },
      { item: supplies.tea, pieces: 5, lotCode: 'L2', expiresOn: '2027-01-31' },
    ])
    putAllAway(company, supplies)
    const planTea = (lotCode: string | undefined) =>
      company.owner.purchasing.planReturn({
        supplierId: supplies.supplierId,
        warehouseId: supplies.warehouseId,
        plannedOn: '2026-03-04',
        reason: 'recalled',
        lines: [
          {
            itemId: supplies.tea.id,
            ...(lotCode === undefined ? {} : { lotCode }),
            quantityMicro: 5 * PIECE,
            priceMicro: yuan(12),
          },
        ],
      }).id
    expect(refusalOf(() => planTea(undefined)).code).toBe('purchasing.lotMissing')
    expect(refusalOf(() => planTea('L9')).code).toBe('purchasing.returnLotUnknown')
    const id = planTea('L2')
    sell(company, supplies, [{ item: supplies.tea, pieces: 6 }])
    const [line] = toSend()[0]!.lines
    const sendTea = (pieces: number) =>
      company.clerk.purchasing.sendReturn({
        lineId: line!.id,
        binScan: line!.places[0]!.bin.code,
        itemScan: '5901234123457',
        quantityMicro: pieces * PIECE,
        sentOn: '2026-03-04',
      })
    expect(refusalOf(() => sendTea(5)).code).toBe('inventory.reservedByOthers')
    expect(sendTea(4)).toMatchObject({ state: 'planned' })
    expect(company.owner.purchasing.endReturn({ id })).toMatchObject({ state: 'sent' })
    expect(get(id).lines).toMatchObject([{ sentMicro: 4 * PIECE, costMinor: 4000, expectedMinor: 4800 }])
    const { suppliers } = company.owner.stock.trace({ code: 'L2' })
    expect(suppliers).toMatchObject([
      { partner: { code: 'S1' }, goods: [{ quantityMicro: 5 * PIECE, returnedMicro: 4 * PIECE, openMicro: PIECE }] },
    ])
  })

  it('of which nothing went, are cancelled', () => {
    const id = plan(bring(3), 2)
    expect(company.owner.purchasing.endReturn({ id })).toMatchObject({ state: 'cancelled' })
    expect(refusalOf(() => company.owner.purchasing.endReturn({ id })).code).toBe('purchasing.returnNotPlanned')
    expect(company.owner.purchasing.listReturns({ state: 'cancelled' }).total).toBe(1)
  })
})
