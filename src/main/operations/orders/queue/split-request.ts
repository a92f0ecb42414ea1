import { refuse } from '../../../../shared/errors'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { grouped } from '../../../kernel/grouped'
import { promisableStock } from '../../sales'
import { cutLines } from './cut-lines'
import { revalidate, validate } from './problems'
import { requestAnswer, requireOpen, type RequestAnswer } from './request'
import { requestStore, type RequestLine, type RequestRow } from './request-store'
import { carrierOfItem, temperatureOfItem, warehouseIds } from './carrier-store'

export type SplitBy = 'stock' | 'warehouse' | 'carrier' | 'temperature'

export interface SplitRequest {
  readonly id: number
  /** Some lines go by themselves. */
  readonly lineIds?: readonly number[] | undefined
  /** Without lines named: what keeps them apart. */
  readonly by: SplitBy
}

/** What lines have in common that go together. */
interface Part {
  readonly warehouseId: number
  readonly carrier: string
  /** Only tells parts from each other. */
  readonly mark: string
}

/**
 * Part of an order goes by itself: some lines, or what differs in stock, warehouse, carrier or temperature. Where no one
 * place has the whole of a line, the line itself is cut.
 */
export function splitRequest(tx: Tx, actor: Actor, input: SplitRequest): RequestAnswer {
  const request = requireOpen(tx, input.id)
  if (input.lineIds === undefined) {
    const here = request.warehouse_id
    const others = warehouseIds(tx).filter((id) => id !== here)
    if (input.by === 'stock') cutLines(tx, request, [here])
    if (input.by === 'warehouse') cutLines(tx, request, [here, ...others])
  }
  const lines = requestStore.linesOf(tx, request.id)
  const parts = [...grouped(lines, keyOf(partsOf(tx, request, lines, input))).entries()]
  const [[first, staying] = ['', []], ...leaving] = parts.toSorted(([one], [other]) => {
    const home = (key: string): number => (read(key).warehouseId === request.warehouse_id ? 0 : 1)
    return home(one) - home(other)
  })
  const stays = read(first)
  const isMoved = stays.warehouseId !== request.warehouse_id || stays.carrier !== request.carrier
  if (staying.length === 0 || (leaving.length === 0 && !isMoved)) {
    refuse(input.lineIds === undefined ? 'orders.nothingToSplit' : 'orders.splitNeedsSome', {}, 'lineIds')
  }
  requestStore.setPart(tx, request.id, stays)
  const made = leaving.map(([key, moving]) => partOf(tx, actor, request, read(key), moving))
  for (const id of [request.id, ...made]) revalidate(tx, id)
  tx.announce({ kind: 'orders.split', id: request.id })
  return requestAnswer(tx, made[0] ?? request.id)
}

const keyOf =
  (parts: ReadonlyMap<number, Part>) =>
  (line: RequestLine): string =>
    JSON.stringify(parts.get(line.id))
const read = (key: string): Part => (key === '' ? { warehouseId: 0, carrier: '', mark: '' } : (JSON.parse(key) as Part))

function partsOf(
  tx: Tx,
  request: RequestRow,
  lines: readonly RequestLine[],
  { lineIds, by }: SplitRequest,
): Map<number, Part> {
  const here: Part = { warehouseId: request.warehouse_id, carrier: request.carrier, mark: '' }
  const itemPart = (line: RequestLine): Part => {
    if (line.item_id === null) return here
    if (by === 'carrier') return { ...here, carrier: carrierOfItem(tx, line.item_id) }
    return { ...here, mark: temperatureOfItem(tx, line.item_id) }
  }
  if (lineIds !== undefined) {
    return new Map(lines.map((line) => [line.id, { ...here, mark: lineIds.includes(line.id) ? 'named' : '' }]))
  }
  if (by === 'warehouse') return byWarehouse(tx, request, lines, here)
  if (by !== 'stock') return new Map(lines.map((line) => [line.id, itemPart(line)]))
  const { problems } = validate(tx, request, lines, tx.now)
  const short = new Set(problems.filter(({ code }) => code === 'stock').map(({ lineId }) => lineId))
  return new Map(lines.map((line) => [line.id, { ...here, mark: short.has(line.id) ? 'short' : '' }]))
}

/** Each line to where the whole of it is free: at home first, else the first warehouse that has it; nobody promises twice. */
function byWarehouse(tx: Tx, request: RequestRow, lines: readonly RequestLine[], here: Part): Map<number, Part> {
  const priced = new Map(validate(tx, request, lines, tx.now).lines.map((line) => [line.lineId, line]))
  const others = warehouseIds(tx).filter((id) => id !== request.warehouse_id)
  const taken = new Map<string, number>()
  return new Map(
    lines.map((line): [number, Part] => {
      const wanted = priced.get(line.id)
      if (wanted === undefined || !wanted.isStock) return [line.id, here]
      const { itemId, quantityMicro } = wanted
      const place = [request.warehouse_id, ...others].find((warehouseId) => {
        const free = promisableStock(tx, warehouseId, itemId, request.channel_id)
        return free - (taken.get(`${warehouseId} ${itemId}`) ?? 0) >= quantityMicro
      })
      if (place === undefined) return [line.id, here]
      const key = `${place} ${itemId}`
      taken.set(key, (taken.get(key) ?? 0) + quantityMicro)
      return [line.id, { ...here, warehouseId: place }]
    }),
  )
}

function partOf(tx: Tx, actor: Actor, request: RequestRow, part: Part, lines: readonly RequestLine[]): number {
  const id = requestStore.insert(tx, {
    channelId: request.channel_id,
    externalNumber: freeNumber(tx, request),
    source: request.source,
    warehouseId: part.warehouseId,
    customerId: request.customer_id,
    customerText: request.customer_text,
    shipTo: request.ship_to,
    promisedOn: request.promised_on,
    priority: request.priority,
    note: request.note,
    fingerprint: `split ${request.id}`,
    by: actor.userId,
  })
  requestStore.setPart(tx, id, part)
  for (const line of lines) requestStore.moveLine(tx, line.id, id)
  return id
}

function freeNumber(tx: Tx, { channel_id: channelId, external_number: number }: RequestRow): string {
  for (let part = 2; ; part += 1) {
    const candidate = `${number}/${part}`
    if (requestStore.byNumber(tx, channelId, candidate) === undefined) return candidate
  }
}
