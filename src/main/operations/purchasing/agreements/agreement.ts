import { refuse } from '../../../../shared/errors'
import { localDate, type BusinessDate } from '../../../../shared/values/date'
import { formatQuantity } from '../../../../shared/values/format'
import { decimalText } from '../../../../shared/values/integers'
import { currencyDecimalsOf, nextNumber } from '../../../foundation/company'
import { requireBasePack, requireItem } from '../../../foundation/items'
import { requirePartner, requireSupplier } from '../../../foundation/parties'
import { index } from '../../../foundation/search'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import type { ListInput } from '../../../kernel/list-input'
import { requireOrder, type DocumentAnswer } from '../orders/order'
import type { StoredOrder, StoredOrderLine } from '../orders/order-store'
import { saveOrder } from '../orders/save-order'
import { agreementStore, type AgreementRow } from './agreement-store'

const AGREEMENT = 'purchasing.agreement'

export interface PlaceAgreement {
  readonly supplierId: number
  readonly validFrom: BusinessDate
  readonly validTo: BusinessDate
  /** Net, of all call-offs together. */
  readonly amountMinor?: number | undefined
  readonly note: string
  readonly lines: readonly {
    readonly itemId: number
    readonly priceMicro: number
    /** Left out: as much as is wanted, within the amount. */
    readonly quantityMicro?: number | undefined
  }[]
}

function requireAgreement(reader: Reader, id: number): AgreementRow {
  return agreementStore.byId(reader, id) ?? refuse('purchasing.agreementUnknown', {}, 'id')
}

/** Prices and quantities agreed for a time; nothing is ordered before it is called off. */
export function placeAgreement(tx: Tx, actor: Actor, input: PlaceAgreement): DocumentAnswer {
  const supplier = requireSupplier(tx, input.supplierId)
  if (input.validTo < input.validFrom) refuse('purchasing.agreementEndsFirst', {}, 'validTo')
  const seen = new Set<number>()
  for (const [at, { itemId, quantityMicro }] of input.lines.entries()) {
    const { code, name, kind } = requireItem(tx, itemId)
    const item = `${code} ${name}`
    if (kind === 'service') refuse('purchasing.itemIsService', { item }, `lines.${at}.itemId`)
    if (seen.has(itemId)) refuse('purchasing.itemAgreedTwice', { item }, `lines.${at}.itemId`)
    if (quantityMicro === undefined && input.amountMinor === undefined) {
      refuse('purchasing.agreementWithoutEnd', { item }, `lines.${at}.quantityMicro`)
    }
    seen.add(itemId)
  }
  const number = nextNumber(tx, 'FA', input.validFrom)
  const id = agreementStore.insert(tx, { ...input, number, amountMinor: input.amountMinor ?? null }, actor.userId)
  for (const [at, line] of input.lines.entries()) agreementStore.insertLine(tx, id, at + 1, line)
  index(tx, { kind: AGREEMENT, id, title: number, subtitle: supplier.name, words: [supplier.code, input.note] })
  tx.announce({ kind: 'purchasing.agreementPlaced', id })
  return { id, number, state: 'open' }
}

/** Nothing more is called off; what was ordered stays. */
export function endAgreement(tx: Tx, input: { id: number }): DocumentAnswer {
  const { id, number, state } = requireAgreement(tx, input.id)
  if (state === 'ended') refuse('purchasing.agreementEnded', { number }, 'id')
  agreementStore.end(tx, id)
  tx.announce({ kind: 'purchasing.agreementEnded', id })
  return { id, number, state: 'ended' }
}

export interface CallOff {
  readonly id: number
  readonly warehouseId: number
  readonly orderedOn: BusinessDate
  readonly expectedOn: BusinessDate
  readonly lines: readonly { readonly lineId: number; readonly quantityMicro: number }[]
}

/** A draft order of agreed goods at the agreed prices; its confirmation draws on the agreement. */
export function callOff(tx: Tx, actor: Actor, input: CallOff): DocumentAnswer {
  const agreement = requireAgreement(tx, input.id)
  const { number, supplierId } = agreement
  const { warehouseId, orderedOn, expectedOn } = input
  const known = new Map(agreementStore.lines(tx, agreement.id).map((line) => [line.id, line]))
  const lines = input.lines.map(({ lineId, quantityMicro }, at) => {
    const line = known.get(lineId) ?? refuse('purchasing.agreementLineUnknown', { number }, `lines.${at}.lineId`)
    const { itemId, priceMicro } = line
    return { itemId, packId: requireBasePack(tx, itemId), quantityMicro, priceMicro }
  })
  const head = { supplierId, warehouseId, orderedOn, expectedOn, note: agreement.note }
  const order = saveOrder(tx, actor, { ...head, lines })
  agreementStore.tie(tx, order.id, agreement.id)
  requireAgreed(tx, agreement.id, { orderedOn, netMinor: requireOrder(tx, order.id).netMinor, lines })
  return order
}

/** Before an order is confirmed: within time, quantity, amount and price of the agreement that it is called off from. */
export function requireWithinAgreement(
  tx: Tx,
  order: Pick<StoredOrder, 'id' | 'orderedOn' | 'netMinor'>,
  lines: readonly StoredOrderLine[],
): void {
  const agreementId = agreementStore.ofOrder(tx, order.id)
  if (agreementId !== null) requireAgreed(tx, agreementId, { ...order, lines })
}

interface Drawing {
  readonly orderedOn: string
  readonly netMinor: number
  readonly lines: readonly { readonly itemId: number; readonly quantityMicro: number; readonly priceMicro: number }[]
}

function requireAgreed(tx: Tx, agreementId: number, { orderedOn, netMinor, lines }: Drawing): void {
  const agreement = requireAgreement(tx, agreementId)
  const { number, validFrom, validTo, amountMinor } = agreement
  if (agreement.state === 'ended') refuse('purchasing.agreementEnded', { number })
  if (orderedOn < validFrom || orderedOn > validTo) {
    refuse('purchasing.agreementNotInForce', { number, from: validFrom, to: validTo }, 'orderedOn')
  }
  const agreed = agreementStore.lines(tx, agreementId)
  const wanted = new Map<number, number>()
  for (const [at, { itemId, quantityMicro, priceMicro }] of lines.entries()) {
    const { code, name } = requireItem(tx, itemId)
    const item = `${code} ${name}`
    const line = agreed.find((one) => one.itemId === itemId)
    if (line === undefined) return refuse('purchasing.itemNotAgreed', { item, number }, `lines.${at}.itemId`)
    if (line.priceMicro !== priceMicro) {
      refuse(
        'purchasing.priceNotAgreed',
        { item, number, price: decimalText(line.priceMicro, 6) },
        `lines.${at}.priceMicro`,
      )
    }
    const wantedMicro = (wanted.get(itemId) ?? 0) + quantityMicro
    wanted.set(itemId, wantedMicro)
    if (line.quantityMicro !== null && line.drawnMicro + wantedMicro > line.quantityMicro) {
      const text = (micro: number): string => formatQuantity(micro, { group: false })
      const params = { item, number, left: text(line.quantityMicro - line.drawnMicro), wanted: text(wantedMicro) }
      refuse('purchasing.agreementOverdrawn', params, `lines.${at}.quantityMicro`)
    }
  }
  const drawnMinor = agreed.reduce((sum, line) => sum + line.drawnMinor, 0)
  if (amountMinor !== null && drawnMinor + netMinor > amountMinor) {
    const decimals = currencyDecimalsOf(tx)
    const params = {
      number,
      left: decimalText(amountMinor - drawnMinor, decimals),
      wanted: decimalText(netMinor, decimals),
    }
    refuse('purchasing.agreementAmountOverdrawn', params, 'lines')
  }
}

/** Open, ended, or past its last day. */
const stateOn = ({ state, validTo }: AgreementRow, today: string): 'open' | 'ended' | 'expired' =>
  state === 'open' && validTo < today ? 'expired' : state

export function listAgreements(reader: Reader, input: ListInput & { readonly state?: string | undefined }) {
  const today = localDate(reader.now)
  const { rows, total } = agreementStore.list(reader, input, today)
  return {
    rows: rows.map(({ supplierId, supplierCode, supplierName, ...row }) => ({
      ...row,
      state: stateOn({ ...row, supplierId }, today),
      supplier: { id: supplierId, code: supplierCode, name: supplierName },
    })),
    total,
    sums: {},
  }
}

export function getAgreement(reader: Reader, input: { id: number }) {
  const agreement = requireAgreement(reader, input.id)
  const { supplierId, ...head } = agreement
  const { code, name } = requirePartner(reader, supplierId)
  const lines = agreementStore.lines(reader, agreement.id)
  return {
    ...head,
    state: stateOn(agreement, localDate(reader.now)),
    supplier: { id: supplierId, code, name },
    drawnMinor: lines.reduce((sum, line) => sum + line.drawnMinor, 0),
    lines: lines.map(({ itemId, itemCode, itemName, baseUnit, ...line }) => ({
      ...line,
      item: { id: itemId, code: itemCode, name: itemName, baseUnit },
    })),
    chain: { from: [], to: agreementStore.orders(reader, agreement.id) },
  }
}
