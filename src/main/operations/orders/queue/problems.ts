import { Refusal } from '../../../../shared/errors'
import { localDate } from '../../../../shared/values/date'
import { toSafeNumber } from '../../../../shared/values/integers'
import { requireItem, requirePack } from '../../../foundation/items'
import { requireCustomer } from '../../../foundation/parties'
import type { Reader, Tx } from '../../../kernel/db'
import { priceOf } from '../../prices'
import { promisableStock, requireCredit } from '../../sales'
import { requestStore, type RequestLine, type RequestRow } from './request-store'

export const PROBLEMS = [
  'customer',
  'address',
  'item',
  'unit',
  'itemArchived',
  'price',
  'priceBelow',
  'stock',
  'credit',
] as const
export type ProblemCode = (typeof PROBLEMS)[number]

export interface Problem {
  readonly code: ProblemCode
  /** 0: of the order as a whole */
  readonly lineId: number
}

/** A line in base units at the price it will have. */
export interface PricedLine {
  readonly lineId: number
  readonly itemId: number
  readonly packId: number
  readonly quantityMicro: number
  readonly priceMicro: number
  readonly isStock: boolean
}

export interface Validation {
  readonly problems: readonly Problem[]
  /** Only lines that are clear. */
  readonly lines: readonly PricedLine[]
}

/** What keeps an order from being released: customer, address, item, unit, price, stock, credit. Reads only. */
export function validate(reader: Reader, request: RequestRow, lines: readonly RequestLine[], now: Date): Validation {
  const problems: Problem[] = []
  const today = localDate(now)
  const customer = request.customer_id === null ? undefined : customerOf(reader, request.customer_id)
  if (customer === undefined) problems.push({ code: 'customer', lineId: 0 })
  else if (request.ship_to === '' && customer.address === '') problems.push({ code: 'address', lineId: 0 })
  const priced = lines.flatMap((line) => {
    const found = pricedLine(reader, request, line, today)
    if (typeof found !== 'string') return [found]
    problems.push({ code: found, lineId: line.id })
    return []
  })
  problems.push(...belowOurs(reader, request, lines, priced, today), ...short(reader, request, priced))
  if (customer !== undefined && problems.length === 0) {
    try {
      requireCredit(reader, customer, priced, today)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      problems.push({ code: 'credit', lineId: 0 })
    }
  }
  return { problems, lines: priced }
}

function customerOf(reader: Reader, id: number) {
  try {
    return requireCustomer(reader, id)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

function pricedLine(reader: Reader, request: RequestRow, line: RequestLine, today: string): PricedLine | ProblemCode {
  if (line.item_id === null) return 'item'
  const item = requireItem(reader, line.item_id)
  if (!item.active) return 'itemArchived'
  if (line.pack_id === null) return 'unit'
  const pack = requirePack(reader, item.id, line.pack_id)
  const quantityMicro = toSafeNumber(BigInt(line.count_micro) * BigInt(pack.baseQuantity))
  const asked = { itemId: item.id, packId: pack.id, quantityMicro, on: today, channelId: request.channel_id }
  const customer = request.customer_id === null ? {} : { customerId: request.customer_id }
  const priceMicro = line.price_micro ?? priceOf(reader, { ...asked, ...customer }, item).priceMicro
  if (priceMicro === 0) return 'price'
  const isStock = item.kind === 'stock'
  return { lineId: line.id, itemId: item.id, packId: pack.id, quantityMicro, priceMicro, isStock }
}

/** The channel says less than our price: somebody must look. */
function belowOurs(
  reader: Reader,
  request: RequestRow,
  lines: readonly RequestLine[],
  priced: readonly PricedLine[],
  today: string,
): Problem[] {
  return priced.flatMap((line): Problem[] => {
    if (lines.find(({ id }) => id === line.lineId)?.price_micro === null) return []
    const customer = request.customer_id === null ? {} : { customerId: request.customer_id }
    const { itemId, packId, quantityMicro, priceMicro } = line
    const ours = priceOf(reader, {
      itemId,
      packId,
      quantityMicro,
      on: today,
      channelId: request.channel_id,
      ...customer,
    })
    return priceMicro < ours.priceMicro ? [{ code: 'priceBelow', lineId: line.lineId }] : []
  })
}

/** Lines of one item are counted together. */
function short(reader: Reader, request: RequestRow, lines: readonly PricedLine[]): Problem[] {
  const wanted = new Map<number, number>()
  return lines.flatMap((line): Problem[] => {
    if (!line.isStock) return []
    const soFar = (wanted.get(line.itemId) ?? 0) + line.quantityMicro
    wanted.set(line.itemId, soFar)
    const free = promisableStock(reader, request.warehouse_id, line.itemId, request.channel_id)
    return soFar > free ? [{ code: 'stock', lineId: line.lineId }] : []
  })
}

/** Looks again and keeps what was found with the order. */
export function revalidate(tx: Tx, id: number): Validation {
  const request = requestStore.byId(tx, id)
  if (request === undefined || request.state !== 'open') return { problems: [], lines: [] }
  const validation = validate(tx, request, requestStore.linesOf(tx, id), tx.now)
  requestStore.setProblems(tx, id, JSON.stringify(validation.problems))
  return validation
}
