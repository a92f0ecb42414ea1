import { lineAmounts } from '../../../../shared/values/exchange/line-amounts'
import { nextNumber } from '../../../foundation/company'
import { documentMoney } from '../../../foundation/currencies'
import { requirePartner } from '../../../foundation/parties'
import { index } from '../../../foundation/search'
import { assert } from '../../../kernel/assert'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { postJournal, reverseJournal } from '../../../ledgers/accounting'
import { takeOver, undoTakeOver, type UsedGoods } from '../../../ledgers/inventory'
import { receiptJournal, stockDifferenceJournal } from '../receipts/receipt-posting'
import { receiptStore, type StoredReceipt } from '../receipts/receipt-store'
import { consignmentStore, type OpenDelivery } from './consignment-store'

const RECEIPT = 'purchasing.receipt'

/**
 * A supplier's goods leave as ours, whichever document lets them: they are bought in that moment, at the price of the
 * delivery that brought them, the oldest first. The receipt that says so is invoiced like any other.
 */
export function buyUsed(tx: Tx, actor: Actor, goods: UsedGoods): void {
  let restMicro = goods.quantityMicro
  for (const delivery of consignmentStore.open(tx, goods)) {
    const quantityMicro = Math.min(delivery.openMicro, restMicro)
    if (quantityMicro === 0) break
    buy(tx, actor, { ...goods, quantityMicro }, delivery)
    restMicro -= quantityMicro
  }
  assert(restMicro === 0, 'what a supplier has here was brought by its deliveries')
}

function buy(tx: Tx, actor: Actor, goods: UsedGoods, delivery: OpenDelivery): void {
  const { ownerId: supplierId, warehouseId, itemId, lotId, quantityMicro, place, usedOn } = goods
  const { priceMicro, currency, orderId, orderLineId, lineId: usedOfId } = delivery
  const money = documentMoney(tx, { currency }, usedOn)
  const valueMinor = lineAmounts({ quantityMicro, priceMicro }, 0, money).netMinor
  const number = nextNumber(tx, 'GR', usedOn)
  const head = { number, orderId, supplierId, warehouseId, receivedOn: usedOn, note: '', terms: 'used' as const }
  const id = receiptStore.insert(tx, head, actor.userId)
  const { binId } = place
  const line = { orderLineId, itemId, lotId, binId, status: 'available' as const, quantityMicro, overMicro: 0 }
  const sourceLineId = receiptStore.insertLine(tx, id, { ...line, valueMinor, usedOfId })
  receiptStore.addInvoiced(tx, usedOfId, quantityMicro, 0)
  const source = { kind: RECEIPT, id }
  takeOver(tx, { postedOn: usedOn, source }, { ...goods, valueMinor, sourceLineId })
  const { name, code } = requirePartner(tx, supplierId)
  const lines = receiptJournal({ supplierId, warehouseId, binId, lines: [{ ...line, id: sourceLineId, valueMinor }] })
  postJournal(tx, actor, { postedOn: usedOn, memo: `${number} ${name}`, source, lines })
  index(tx, { kind: RECEIPT, id, title: number, subtitle: name, words: [code] })
  tx.announce({ kind: 'purchasing.consignedUsed', id })
}

/** They were not used after all: the supplier's again, as far as goods of ours are here in their place. */
export function undoUse(
  tx: Tx,
  actor: Actor,
  receipt: StoredReceipt,
  reversal: { readonly postedOn: string; readonly memo: string },
): void {
  const source = { kind: RECEIPT, id: receipt.id }
  const reversed = undoTakeOver(tx, source, reversal)
  reverseJournal(tx, actor, source, reversal)
  const differences = reversed.map(({ itemId, originalMinor, reversedMinor }) => ({
    itemId,
    differenceMinor: originalMinor + reversedMinor,
  }))
  postJournal(tx, actor, { ...reversal, source, lines: stockDifferenceJournal(differences) })
  for (const { usedOfId, quantityMicro } of receiptStore.lines(tx, receipt.id)) {
    if (usedOfId !== null) receiptStore.addInvoiced(tx, usedOfId, 0 - quantityMicro, 0)
  }
  receiptStore.markReversed(tx, receipt.id)
}

export function listConsigned(reader: Reader, input: Parameters<typeof consignmentStore.list>[1]) {
  const { rows, total } = consignmentStore.list(reader, input)
  return {
    rows: rows.map((row) => {
      const { supplierId, supplierCode, supplierName, itemId, itemCode, itemName, baseUnit, ...rest } = row
      return {
        ...rest,
        supplier: { id: supplierId, code: supplierCode, name: supplierName },
        item: { id: itemId, code: itemCode, name: itemName, baseUnit },
      }
    }),
    total,
    sums: {},
  }
}
