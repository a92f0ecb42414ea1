import type { contract } from '../../../shared/contracts'
import type { Handlers } from '../../kernel/dispatch'
import { receiveReturn } from './returns/receive-return'
import { exchangeReturn } from './returns/exchange-return'
import { inspectReturn } from './returns/inspect-return'
import { getReturn, listReturns } from './returns/return-queries'
import { takeBack } from './returns/take-back'
import { reverseReturn } from './returns/reverse-return'
import { deliveryNotePdf } from './shipments/delivery-note'
import { reverseShipment } from './shipments/reverse-shipment'
import { shipOrder } from './shipments/ship-order'
import { getShipment, listReady, listShipments } from './shipments/shipment-queries'

export const handlers: Handlers<typeof contract.shipping> = {
  listReady: (reader, _actor, input) => listReady(reader, input),
  shipOrder: (tx, actor, input) => shipOrder(tx, actor, input),
  listShipments: (reader, _actor, input) => listShipments(reader, input),
  getShipment: (reader, _actor, input) => getShipment(reader, input),
  deliveryNotePdf: (reader, _actor, input) => deliveryNotePdf(reader, input),
  reverseShipment: (tx, actor, input) => reverseShipment(tx, actor, input),
  receiveReturn: (tx, actor, input) => receiveReturn(tx, actor, input),
  takeBack: (tx, actor, input) => takeBack(tx, actor, input),
  inspectReturn: (tx, actor, input) => inspectReturn(tx, actor, input),
  exchangeReturn: (tx, actor, input) => exchangeReturn(tx, actor, input),
  reverseReturn: (tx, actor, input) => reverseReturn(tx, actor, input),
  listReturns: (reader, _actor, input) => listReturns(reader, input),
  getReturn: (reader, _actor, input) => getReturn(reader, input),
}
