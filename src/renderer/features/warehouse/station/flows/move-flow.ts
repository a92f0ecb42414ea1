/** Moving stock outside any plan: bin, goods, quantity, bin. The next goods of the same bin follow at once. */
import { formatQuantity } from '../../../../../shared/values/format'
import { bareCode, binCode, itemText, wrong, type FlowStep, type GoodsReading, type ItemOf, type LotOf } from './flow'

export type StockStatus = 'available' | 'quarantine' | 'damaged'

/** What the books say lies in the bin. */
export interface MoveRow {
  readonly item: ItemOf
  readonly lot: LotOf | null
  readonly status: StockStatus
  /** what no pick is promised */
  readonly freeMicro: number
}

export interface MoveBin {
  readonly code: string
  readonly rows: readonly MoveRow[]
}

export interface MoveState {
  readonly from?: MoveBin
  /** Rows that the scanned goods may be: more than one where the code names no lot. */
  readonly candidates: readonly MoveRow[]
  readonly row?: MoveRow
  readonly quantityMicro?: number
}

export type MoveEvent =
  | { readonly kind: 'scan'; readonly code: string }
  | { readonly kind: 'binRead'; readonly bin: MoveBin }
  | { readonly kind: 'goods'; readonly code: string; readonly reading: GoodsReading }
  | { readonly kind: 'choose'; readonly row: MoveRow }
  | { readonly kind: 'quantity'; readonly quantityMicro: number }
  | { readonly kind: 'confirm' }
  | { readonly kind: 'forget' }
  | { readonly kind: 'moved'; readonly scanId: number; readonly to: string; readonly bin: MoveBin }
  | { readonly kind: 'reloaded'; readonly bin: MoveBin }

export type MoveCall =
  | { readonly kind: 'readBin'; readonly bin: string }
  | { readonly kind: 'readGoods'; readonly code: string }
  | {
      readonly kind: 'move'
      readonly from: string
      readonly to: string
      readonly row: MoveRow
      readonly quantityMicro: number
    }

type Step = FlowStep<MoveState, MoveCall>

export type MoveAsk = 'from' | 'goods' | 'lot' | 'quantity' | 'to'

export const startMove: MoveState = { candidates: [] }

export function moveAsk(state: MoveState): MoveAsk {
  if (state.from === undefined) return 'from'
  if (state.row === undefined) return state.candidates.length > 1 ? 'lot' : 'goods'
  return state.quantityMicro === undefined ? 'quantity' : 'to'
}

export function moveStep(state: MoveState, event: MoveEvent): Step {
  switch (event.kind) {
    case 'scan':
      return scanned(state, event.code)
    case 'binRead':
      return binRead(event.bin)
    case 'goods':
      return goods(state, event.code, event.reading)
    case 'choose':
      return settle({ ...state, row: event.row })
    case 'quantity':
      return counted(state, event.quantityMicro)
    case 'confirm':
      return moveAsk(state) === 'quantity'
        ? counted(state, state.row?.freeMicro ?? 0)
        : wrong(state, 'station.scanFirst')
    case 'forget':
      return { state: forgotten(state) }
    case 'moved':
      return moved(state, event.scanId, event.to, event.bin)
    case 'reloaded':
      return { state: event.bin.rows.length === 0 ? startMove : { from: event.bin, candidates: [] } }
  }
}

function scanned(state: MoveState, code: string): Step {
  const { from, row, quantityMicro } = state
  switch (moveAsk(state)) {
    case 'from':
      return { state, call: { kind: 'readBin', bin: binCode(code) } }
    case 'goods':
    case 'lot':
      return { state, call: { kind: 'readGoods', code } }
    case 'quantity':
      return wrong(state, 'station.quantityFirst', { item: row === undefined ? '' : itemText(row.item) })
    case 'to': {
      const to = binCode(code)
      if (from === undefined || row === undefined || quantityMicro === undefined) return { state }
      if (to === from.code) return wrong(state, 'warehouse.sameBin', { bin: to })
      return { state, call: { kind: 'move', from: from.code, to, row, quantityMicro } }
    }
  }
}

function binRead(bin: MoveBin): Step {
  if (bin.rows.length === 0) return wrong(startMove, 'station.binIsEmpty', { bin: bin.code })
  return { state: { from: bin, candidates: [] }, answer: { kind: 'right', text: 'bin', params: { bin: bin.code } } }
}

function goods(state: MoveState, code: string, reading: GoodsReading): Step {
  const { from } = state
  if (from === undefined) return { state }
  const { item, lot } = reading
  if (item === null) return wrong(state, 'station.codeUnknown', { scanned: bareCode(code) })
  const ofItem = from.rows.filter((row) => row.item.id === item.id)
  if (ofItem.length === 0) return wrong(state, 'station.notInBin', { item: itemText(item), bin: from.code })
  const matching = ofItem.filter((row) => lot === null || row.lot === null || row.lot.code === lot)
  if (matching.length === 0) {
    return wrong(state, 'station.lotNotInBin', { item: itemText(item), lot: lot ?? '', bin: from.code })
  }
  const said = reading.quantityMicro === null ? {} : { quantityMicro: reading.quantityMicro }
  const [only] = matching
  if (matching.length > 1 || only === undefined) return settle({ from, candidates: matching, ...said })
  return settle({ from, candidates: [], row: only, ...said })
}

/** Goods are known; a quantity that the code told must be there. */
function settle(state: MoveState): Step {
  const { row, quantityMicro, ...rest } = state
  if (row !== undefined && quantityMicro !== undefined && quantityMicro > row.freeMicro) {
    return tooMany({ ...rest, row }, row, quantityMicro)
  }
  const item = row?.item ?? state.candidates[0]?.item
  return {
    state,
    answer: { kind: 'right', text: 'item', params: { item: item === undefined ? '' : itemText(item) } },
  }
}

function counted(state: MoveState, quantityMicro: number): Step {
  const { row } = state
  if (row === undefined) return wrong(state, 'station.scanFirst')
  if (quantityMicro <= 0) return wrong(state, 'station.quantityWanted')
  if (quantityMicro > row.freeMicro) return tooMany(state, row, quantityMicro)
  const quantity = formatQuantity(quantityMicro, { unit: row.item.baseUnit })
  return { state: { ...state, quantityMicro }, answer: { kind: 'right', text: 'quantity', params: { quantity } } }
}

function tooMany(state: MoveState, row: MoveRow, quantityMicro: number): Step {
  const params = {
    bin: state.from?.code ?? '',
    free: formatQuantity(row.freeMicro),
    wanted: formatQuantity(quantityMicro),
  }
  return wrong(state, 'station.moreThanFree', params)
}

/** One step back. */
function forgotten(state: MoveState): MoveState {
  const { from, row, quantityMicro, candidates } = state
  if (from === undefined) return startMove
  if (row !== undefined && quantityMicro !== undefined) return { from, candidates, row }
  return row !== undefined || candidates.length > 0 ? { from, candidates: [] } : startMove
}

function moved(state: MoveState, scanId: number, to: string, bin: MoveBin): Step {
  const { row, quantityMicro = 0 } = state
  if (row === undefined) return { state }
  const params = {
    item: itemText(row.item),
    quantity: formatQuantity(quantityMicro, { unit: row.item.baseUnit }),
    bin: to,
  }
  return {
    state: bin.rows.length === 0 ? startMove : { from: bin, candidates: [] },
    answer: { kind: 'done', text: 'moved', params, scanId },
  }
}
