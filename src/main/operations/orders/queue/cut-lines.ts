import { MICRO } from '../../../../shared/values/integers'
import type { Tx } from '../../../kernel/db'
import { promisableStock } from '../../sales'
import { validate } from './problems'
import { requestStore, type RequestLine, type RequestRow } from './request-store'

/**
 * A line that none of the places can fill whole becomes several: what each has free, in whole units as the customer
 * counts them, and the rest. The price of the whole line holds for all of them.
 */
export function cutLines(tx: Tx, request: RequestRow, places: readonly number[]): void {
  const lines = requestStore.linesOf(tx, request.id)
  const priced = new Map(validate(tx, request, lines, tx.now).lines.map((line) => [line.lineId, line]))
  const taken = new Map<string, number>()
  for (const line of lines) {
    const wanted = priced.get(line.id)
    if (wanted === undefined || !wanted.isStock) continue
    const { itemId, quantityMicro, priceMicro } = wanted
    const free = (place: number): number =>
      promisableStock(tx, place, itemId, request.channel_id) - (taken.get(`${place} ${itemId}`) ?? 0)
    const take = (place: number, micro: number): void => {
      taken.set(`${place} ${itemId}`, (taken.get(`${place} ${itemId}`) ?? 0) + micro)
    }
    const whole = places.find((place) => free(place) >= quantityMicro)
    if (whole !== undefined) take(whole, quantityMicro)
    else cut(tx, line, priceMicro, piecesOf(line, quantityMicro, places, { free, take }))
  }
}

/** Counts that fit, place by place. */
function piecesOf(
  line: RequestLine,
  quantityMicro: number,
  places: readonly number[],
  stock: { free(place: number): number; take(place: number, micro: number): void },
): number[] {
  const unitMicro = Number((BigInt(quantityMicro) * BigInt(MICRO)) / BigInt(line.count_micro))
  const pieces: number[] = []
  let rest = line.count_micro
  for (const place of places) {
    const units = Math.min(Math.floor(stock.free(place) / unitMicro), Math.floor(rest / MICRO))
    if (units <= 0) continue
    stock.take(place, units * unitMicro)
    pieces.push(units * MICRO)
    rest -= units * MICRO
  }
  if (rest > 0) pieces.push(rest)
  return pieces
}

function cut(tx: Tx, line: RequestLine, priceMicro: number, [first, ...others]: readonly number[]): void {
  if (first === undefined || others.length === 0) return
  requestStore.setCount(tx, line.id, first, priceMicro)
  const { item_text: itemText, unit_text: unitText, item_id: itemId, pack_id: packId, request_id: requestId } = line
  for (const countMicro of others) {
    requestStore.insertLine(tx, requestId, { itemText, unitText, itemId, packId, countMicro, priceMicro })
  }
}
