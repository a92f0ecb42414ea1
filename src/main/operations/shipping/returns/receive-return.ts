import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import { companyProfile, nextNumber } from '../../../foundation/company'
import { requirePartner } from '../../../foundation/parties'
import { index } from '../../../foundation/search'
import { assert } from '../../../kernel/assert'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { chartOf, postJournal } from '../../../ledgers/accounting'
import { postMovements, type MovementDraft } from '../../../ledgers/inventory'
import { fillBackOrders, issueCreditNote, type CreditNote } from '../../sales'
import { planPutaway, requireWarehouse } from '../../warehouse'
import { shipmentStore } from '../shipments/shipment-store'
import { readReturnLine, type ReturnEntry, type ReturnLine } from './return-line'
import { returnJournal } from './return-posting'
import { returnStore } from './return-store'

export interface ReceiveReturn {
  readonly customerId: number
  readonly warehouseId: number
  readonly shipmentId?: number | undefined
  readonly returnedOn: BusinessDate
  readonly reason: string
  /** The prices credited are those of the order's currency with the tax in them. */
  readonly pricesIncludeTax?: boolean | undefined
  readonly lines: readonly ReturnEntry[]
}

/** Goods that come back with their credit note: stock, cost of sales and what the customer owes, at once. */
export function receiveReturn(tx: Tx, actor: Actor, input: ReceiveReturn) {
  const customer = requirePartner(tx, input.customerId)
  if (!customer.isCustomer) refuse('shipping.notACustomer', { partner: customer.name }, 'customerId')
  requireWarehouse(tx, input.warehouseId)
  if (input.shipmentId !== undefined && shipmentStore.byId(tx, input.shipmentId) === undefined) {
    refuse('shipping.shipmentUnknown', {}, 'shipmentId')
  }
  const lines = input.lines.map((line, at) => readReturnLine(tx, input, line, `lines.${at}`))
  const shipmentId = input.shipmentId ?? lines.find((line) => line.shipmentId !== null)?.shipmentId ?? null
  const orderId = shipmentId === null ? undefined : shipmentStore.byId(tx, shipmentId)?.order_id

  const { customerId, warehouseId, returnedOn, reason } = input
  const number = nextNumber(tx, 'RT', returnedOn)
  const by = actor.userId
  const id = returnStore.insert(tx, { number, customerId, shipmentId, warehouseId, returnedOn, reason, by })
  const source = { kind: 'shipping.return', id }
  postMovements(
    tx,
    { postedOn: returnedOn, source },
    lines.flatMap((line) => movementOf(warehouseId, line)),
  )
  const costMinor = lines.reduce((sum, line) => sum + line.costMinor, 0)
  const { reversal } = chartOf(companyProfile(tx).pack)
  const memo = `${number} ${customer.name}`
  postJournal(tx, actor, { postedOn: returnedOn, memo, source, lines: returnJournal(costMinor, reversal) })
  const credit = issueCreditNote(tx, actor, {
    customerId,
    returnId: id,
    ...(orderId === undefined ? {} : { orderId }),
    invoicedOn: returnedOn,
    pricesIncludeTax: input.pricesIncludeTax,
    lines,
  })
  keepLines(tx, { id, warehouseId, hasTax: input.pricesIncludeTax ?? false }, lines, credit)
  fillBackOrders(tx, { warehouseId, itemIds: lines.map((line) => line.itemId) })
  index(tx, { kind: source.kind, id, title: number, subtitle: customer.name, words: [customer.code, reason] })
  tx.announce({ kind: 'shipping.returned', id })
  return { id, number, state: 'posted', creditNoteId: credit.id, creditNoteNumber: credit.number }
}

function movementOf(warehouseId: number, line: ReturnLine): MovementDraft[] {
  if (line.binId === null) return []
  const { itemId, lotId, quantityMicro, status } = line
  const to = { binId: line.binId, status }
  return [{ warehouseId, itemId, lotId, to, quantityMicro, valueMinor: line.costMinor }]
}

/** Keeps the lines and plans the way back to the shelf of what may be sold again. */
function keepLines(
  tx: Tx,
  document: { id: number; warehouseId: number; hasTax: boolean },
  lines: readonly ReturnLine[],
  credit: CreditNote,
): void {
  const toPutAway = []
  for (const [at, line] of lines.entries()) {
    const amounts = credit.lines[at]
    assert(amounts !== undefined, 'each line is credited')
    const { netMinor, taxMinor } = amounts
    const priceMicro = document.hasTax ? amounts.priceMicro : line.priceMicro
    const sourceLineId = returnStore.insertLine(tx, { ...line, returnId: document.id, priceMicro, netMinor, taxMinor })
    if (line.binId !== null && line.status === 'available') {
      const { itemId, lotId, quantityMicro, binId: fromBinId } = line
      toPutAway.push({ sourceLineId, itemId, lotId, quantityMicro, fromBinId })
    }
  }
  const source = { kind: 'shipping.return', id: document.id }
  if (toPutAway.length > 0) planPutaway(tx, { warehouseId: document.warehouseId, source, lines: toPutAway })
}
