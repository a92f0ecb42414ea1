import { refuse } from '../../../shared/errors'
import type { BusinessDate } from '../../../shared/values/date'
import { decimalText } from '../../../shared/values/integers'
import { currencyDecimalsOf } from '../../foundation/company'
import { assert } from '../../kernel/assert'
import type { Tx } from '../../kernel/db'
import type { Actor } from '../../kernel/dispatch'
import { openItemOf } from '../../ledgers/accounting'
import { confirmOrder, invoiceOrder, requireOrder, saveOrder } from '../sales'
import { shipOrder } from '../shipping'
import { postPayment } from '../treasury'
import { handOver } from '../warehouse'
import { counterStore } from './counter-store'
import { tillForSale } from './tills/count-till'

export interface Sell {
  readonly customerId: number
  readonly warehouseId: number
  readonly soldOn: BusinessDate
  readonly accountId?: number | undefined
  readonly tenderedMinor: number
  readonly lines: readonly {
    readonly itemId: number
    readonly packId: number
    readonly quantityMicro: number
    readonly priceMicro: number
    readonly serials?: readonly string[] | undefined
  }[]
}

/** Goods against cash: order, delivery, invoice and payment at once. What is refused by any of them undoes all. */
export function sell(tx: Tx, actor: Actor, input: Sell) {
  const { customerId, warehouseId, soldOn } = input
  const tillId = tillForSale(tx, actor, input.accountId)
  const head = { customerId, warehouseId, orderedOn: soldOn, promisedOn: soldOn, customerReference: '', note: '' }
  const order = saveOrder(tx, actor, { ...head, channelId: null, priority: 9, lines: input.lines })
  confirmOrder(tx, actor, { id: order.id, backOrder: false })
  const hasGoods = requireOrder(tx, order.id).lines.some((line) => line.shippedMicro < line.quantityMicro)
  let shipmentId: number | null = null
  if (hasGoods) {
    const serials = input.lines.flatMap(({ itemId, serials: named = [] }) =>
      named.map((serial) => ({ itemId, serial })),
    )
    handOver(tx, actor, { warehouseId, orderId: order.id, on: soldOn, serials })
    const shipped = { orderId: order.id, shippedOn: soldOn, carrier: '', cartons: 1, weightGrams: 0, note: '' }
    shipmentId = shipOrder(tx, actor, shipped).id
  }
  const invoice = invoiceOrder(tx, actor, { orderId: order.id, invoicedOn: soldOn, note: '' })
  const item = openItemOf(tx, { kind: 'sales.invoice', id: invoice.id })
  assert(item !== undefined, 'an invoice has its open item')
  const grossMinor = item.amountMinor
  if (input.tenderedMinor < grossMinor) {
    const decimals = currencyDecimalsOf(tx)
    const params = {
      total: decimalText(grossMinor, decimals),
      tendered: decimalText(input.tenderedMinor, decimals),
      missing: decimalText(grossMinor - input.tenderedMinor, decimals),
    }
    refuse('counter.tooLittle', params, 'tenderedMinor')
  }
  if (grossMinor === 0) refuse('counter.nothingToPay', {}, 'lines')
  const payment = postPayment(tx, actor, {
    direction: 'in',
    partnerId: customerId,
    paidOn: soldOn,
    method: 'cash',
    accountId: input.accountId,
    amountMinor: grossMinor,
    differenceMinor: 0,
    reference: invoice.number,
    note: '',
    applications: [{ openItemId: item.id, amountMinor: grossMinor, discountMinor: 0 }],
  })
  const id = counterStore.insert(tx, {
    orderId: order.id,
    shipmentId,
    invoiceId: invoice.id,
    paymentId: payment.id,
    soldOn,
    grossMinor,
    tenderedMinor: input.tenderedMinor,
    by: actor.userId,
    tillId,
  })
  tx.announce({ kind: 'counter.sold', id })
  return {
    id,
    invoiceId: invoice.id,
    invoiceNumber: invoice.number,
    grossMinor,
    changeMinor: input.tenderedMinor - grossMinor,
  }
}
