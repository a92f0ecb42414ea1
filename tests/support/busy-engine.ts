/**
 * An engine at work, to be killed: orders, waves, picks, packing, shipments, invoices, receipts and putaway one after
 * the other, each acknowledged on standard output only when its command has returned. Everything it needs to know it
 * reads from the company, so it goes on wherever the one before was stopped.
 *
 *   node busy-engine.mjs <company> <run>
 */
import { writeSync } from 'node:fs'
import { directClient, type Client } from '../../src/main/edge/direct'
import { actorOfUser } from '../../src/main/foundation/access'
import { openCompany } from '../../src/main/rooms'
import { Refusal } from '../../src/shared/errors'

const [, , path = '', run = '0'] = process.argv
const TODAY = '2026-03-02'
const PIECE = 1_000_000

// A limit on the size of files (a full disk, as near as a process can make one) speaks by signal as well.
process.on('SIGXFSZ', () => undefined)

const company = openCompany(path, { mode: 'write' })
const say = (line: object): void => void writeSync(1, `${JSON.stringify(line)}\n`)

/** Says of each command that it is on disk, and what it answered. */
const acknowledged = {
  ...company.dispatcher,
  isCommand: (name: string) => company.dispatcher.isCommand(name),
  call(actor: never, name: string, input: { idempotencyKey?: string }): unknown {
    const answer = company.dispatcher.call(actor, name, input)
    if (input.idempotencyKey !== undefined) say({ key: input.idempotencyKey, answer })
    return answer
  },
}

let commands = 0
const person = (login: string): Client => {
  const actor = actorOfUser(company.file.reader, login, 'crash test')
  if (actor === undefined) throw new Error(`no user ${login}`)
  return directClient(acknowledged as never, actor, () => `crash-${run}-${(commands += 1)}`)
}
const clerk = person('clerk')
const bookkeeper = person('bookkeeper')

const warehouseId = clerk.warehouse.listWarehouses({}).rows[0]?.id ?? 0
const items = clerk.items.listItems({ kind: 'stock' }).rows.map(({ id }) => clerk.items.getItem({ id }))
const partners = bookkeeper.parties.listPartners({}).rows
const customerId = partners.find((partner) => partner.isCustomer)?.id ?? 0
const supplierId = partners.find((partner) => partner.isSupplier)?.id ?? 0

function buy(): void {
  const { id } = bookkeeper.purchasing.saveOrder({
    supplierId,
    warehouseId,
    orderedOn: TODAY,
    expectedOn: TODAY,
    lines: items.map((item) => ({
      itemId: item.id,
      packId: item.packs[0]?.id ?? 0,
      quantityMicro: 40 * PIECE,
      priceMicro: 10_000_000,
    })),
  })
  bookkeeper.purchasing.confirmOrder({ id })
  const order = clerk.purchasing.getOrder({ id })
  clerk.purchasing.receiveGoods({
    orderId: id,
    receivedOn: TODAY,
    lines: order.lines.map((line) => ({
      orderLineId: line.id,
      quantityMicro: line.quantityMicro,
      ...(line.lotTracked ? { lotCode: `L${run}`, expiresOn: '2027-01-31' } : {}),
    })),
  })
}

function sell(): void {
  const { id } = bookkeeper.sales.saveOrder({
    customerId,
    warehouseId,
    orderedOn: TODAY,
    promisedOn: TODAY,
    lines: items.map((item) => ({
      itemId: item.id,
      packId: item.packs[0]?.id ?? 0,
      quantityMicro: 2 * PIECE,
      priceMicro: 20_000_000,
    })),
  })
  bookkeeper.sales.confirmOrder({ id })
}

/** Finishes what stands open; true when there was something. */
function scan(): boolean {
  for (const task of clerk.warehouse.listPutaway({ warehouseId }).tasks) {
    clerk.warehouse.putAway({ taskId: task.id, binScan: task.toBin.code })
  }
  for (const batch of clerk.warehouse.listBatches({ warehouseId }).rows) {
    if (batch.state !== 'open') continue
    for (const task of clerk.warehouse.takeBatch({ batchId: batch.id }).tasks) {
      if (task.state === 'open') {
        clerk.warehouse.confirmPick({ taskId: task.id, binScan: task.fromBin.code, itemScan: task.item.code })
      }
    }
  }
  for (const { orderId } of clerk.warehouse.listToPack({ warehouseId }).rows) {
    for (const row of clerk.warehouse.packingList({ orderId }).rows) {
      const open = row.pickedMicro - row.packedMicro
      if (open > 0) clerk.warehouse.packScan({ orderId, itemScan: row.item.code, quantityMicro: open })
    }
  }
  for (const { orderId } of clerk.shipping.listReady({ warehouseId }).rows) {
    clerk.shipping.shipOrder({ orderId, shippedOn: TODAY })
    bookkeeper.sales.invoiceOrder({ orderId, invoicedOn: TODAY })
  }
  if (clerk.warehouse.listWaiting({ warehouseId }).rows.length === 0) return false
  clerk.warehouse.releaseWave({ warehouseId, orderIds: [], releasedOn: TODAY })
  return true
}

const ENOUGH_COMMANDS = 100_000
try {
  while (commands < ENOUGH_COMMANDS) {
    if (scan()) continue
    const free = clerk.inventory.listStock({ warehouseId }).rows.every((row) => row.freeMicro >= 4 * PIECE)
    if (free) sell()
    else buy()
  }
  say({ ended: 'enough' })
} catch (error) {
  say({ ended: error instanceof Refusal ? error.code : String(error) })
}
