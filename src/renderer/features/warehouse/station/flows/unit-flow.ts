/** Pallets, totes and cartons: a label is scanned, then what happens to it; a bin's label moves it there at once. */
import { formatQuantity } from '../../../../../shared/values/format'
import {
  bareCode,
  binCode,
  itemText,
  unitCode,
  wrong,
  type FlowStep,
  type GoodsReading,
  type ItemOf,
  type LotOf,
} from './flow'
import type { StockStatus } from './move-flow'

export type UnitKind = 'pallet' | 'tote' | 'carton'

export interface UnitRow {
  readonly item: ItemOf
  readonly lot: LotOf | null
  readonly status: StockStatus
  readonly quantityMicro: number
}

export interface UnitView {
  readonly code: string
  readonly kind: UnitKind
  readonly bin: { readonly code: string }
  readonly parentCode: string | null
  /** Where putting away would bring its goods. */
  readonly proposedBin: { readonly code: string } | null
  readonly rows: readonly UnitRow[]
  readonly inside: readonly { readonly code: string; readonly rows: readonly UnitRow[] }[]
}

export type UnitAsk = 'unit' | 'bin' | 'label' | 'action' | 'to' | 'parent' | 'goods' | 'row' | 'quantity' | 'sure'

export interface UnitState {
  readonly ask: UnitAsk
  readonly unit?: UnitView
  /** A new one, while its place and label are asked for. */
  readonly kind?: UnitKind
  readonly bin?: string
  /** Goods that may go in, or come out. */
  readonly goods: readonly UnitRow[]
  readonly way?: 'in' | 'out'
  readonly candidates: readonly UnitRow[]
  readonly row?: UnitRow
}

export type UnitAction = 'move' | 'in' | 'out' | 'nest' | 'unnest' | 'break'

export type UnitEvent =
  | { readonly kind: 'scan'; readonly code: string }
  | { readonly kind: 'make'; readonly unit: UnitKind }
  | { readonly kind: 'newLabel' }
  | { readonly kind: 'action'; readonly action: UnitAction }
  | { readonly kind: 'goods'; readonly code: string; readonly reading: GoodsReading }
  | { readonly kind: 'choose'; readonly row: UnitRow }
  | { readonly kind: 'quantity'; readonly quantityMicro: number }
  | { readonly kind: 'forget' }
  | { readonly kind: 'read'; readonly unit: UnitView }
  | { readonly kind: 'looseRead'; readonly rows: readonly UnitRow[] }
  | {
      readonly kind: 'done'
      readonly text: 'unitMoved' | 'unitPacked' | 'unitUnpacked' | 'unitNested'
      readonly unit: UnitView
      readonly scanId: number
    }
  | { readonly kind: 'broken'; readonly code: string; readonly scanId: number }
  /** After a step was taken back: the unit as it is now, or nothing where there is none. */
  | { readonly kind: 'reloaded'; readonly unit: UnitView | undefined }

export type UnitCall =
  | { readonly kind: 'read'; readonly code: string }
  /** The label of another unit, or of the bin it goes to. */
  | { readonly kind: 'readOrMove'; readonly code: string; readonly unit: string }
  | { readonly kind: 'open'; readonly unit: UnitKind; readonly bin: string; readonly code: string }
  | { readonly kind: 'move'; readonly unit: string; readonly to: string }
  | { readonly kind: 'nest'; readonly unit: string; readonly parent: string }
  | { readonly kind: 'break'; readonly unit: string }
  | { readonly kind: 'readLoose'; readonly bin: string }
  | { readonly kind: 'readGoods'; readonly code: string }
  | {
      readonly kind: 'pack' | 'unpack'
      readonly unit: string
      readonly row: UnitRow
      readonly quantityMicro: number
    }

type Step = FlowStep<UnitState, UnitCall>

export const startUnit: UnitState = { ask: 'unit', goods: [], candidates: [] }

const atUnit = (unit: UnitView): UnitState => ({ ask: 'action', unit, goods: [], candidates: [] })

export function unitStep(state: UnitState, event: UnitEvent): Step {
  switch (event.kind) {
    case 'scan':
      return scanned(state, event.code)
    case 'make':
      return { state: { ...startUnit, ask: 'bin', kind: event.unit } }
    case 'newLabel':
      return opened(state, '')
    case 'action':
      return acted(state, event.action)
    case 'goods':
      return found(state, event.code, event.reading)
    case 'choose':
      return { state: { ...state, ask: 'quantity', row: event.row, candidates: [] } }
    case 'quantity':
      return counted(state, event.quantityMicro)
    case 'forget':
      return { state: forgotten(state) }
    case 'read':
      return {
        state: atUnit(event.unit),
        answer: { kind: 'right', text: 'unit', params: { unit: event.unit.code } },
      }
    case 'looseRead':
      return { state: { ...state, goods: event.rows } }
    case 'done':
      return {
        state: atUnit(event.unit),
        answer: {
          kind: 'done',
          text: event.text,
          params: { unit: event.unit.code, bin: event.unit.bin.code, parent: event.unit.parentCode ?? '' },
          scanId: event.scanId,
        },
      }
    case 'broken':
      return {
        state: startUnit,
        answer: { kind: 'done', text: 'unitBroken', params: { unit: event.code }, scanId: event.scanId },
      }
    case 'reloaded':
      return { state: event.unit === undefined ? startUnit : atUnit(event.unit) }
  }
}

function scanned(state: UnitState, code: string): Step {
  const { unit, row } = state
  switch (state.ask) {
    case 'unit':
      return { state, call: { kind: 'read', code: unitCode(code) } }
    case 'bin':
      return {
        state: { ...state, ask: 'label', bin: binCode(code) },
        answer: { kind: 'right', text: 'bin', params: { bin: binCode(code) } },
      }
    case 'label':
      return opened(state, unitCode(code))
    case 'action':
      return unit === undefined ? { state } : { state, call: { kind: 'readOrMove', code, unit: unit.code } }
    case 'to':
      return unit === undefined ? { state } : { state, call: { kind: 'move', unit: unit.code, to: binCode(code) } }
    case 'parent':
      return unit === undefined ? { state } : { state, call: { kind: 'nest', unit: unit.code, parent: unitCode(code) } }
    case 'goods':
    case 'row':
      return { state, call: { kind: 'readGoods', code } }
    case 'quantity':
      return wrong(state, 'station.quantityFirst', { item: row === undefined ? '' : itemText(row.item) })
    case 'sure':
      return wrong(state, 'station.scanFirst')
  }
}

function opened(state: UnitState, code: string): Step {
  const { kind, bin } = state
  if (state.ask !== 'label' || kind === undefined || bin === undefined) return { state }
  return { state, call: { kind: 'open', unit: kind, bin, code } }
}

function acted(state: UnitState, action: UnitAction): Step {
  const { unit } = state
  if (unit === undefined) return { state }
  switch (action) {
    case 'move':
      return { state: { ...state, ask: 'to' } }
    case 'nest':
      return { state: { ...state, ask: 'parent' } }
    case 'unnest':
      return { state, call: { kind: 'nest', unit: unit.code, parent: '' } }
    case 'break':
      return state.ask === 'sure'
        ? { state, call: { kind: 'break', unit: unit.code } }
        : { state: { ...state, ask: 'sure' } }
    case 'in':
      return {
        state: { ...state, ask: 'goods', way: 'in', goods: [], candidates: [] },
        call: { kind: 'readLoose', bin: unit.bin.code },
      }
    case 'out':
      return { state: { ...state, ask: 'goods', way: 'out', goods: unit.rows, candidates: [] } }
  }
}

function found(state: UnitState, code: string, reading: GoodsReading): Step {
  const { item, lot } = reading
  if (item === null) return wrong(state, 'station.codeUnknown', { scanned: bareCode(code) })
  const bin = state.unit?.bin.code ?? ''
  const ofItem = state.goods.filter((row) => row.item.id === item.id)
  if (ofItem.length === 0) return wrong(state, 'station.notInBin', { item: itemText(item), bin })
  const matching = ofItem.filter((row) => lot === null || row.lot === null || row.lot.code === lot)
  const [row] = matching
  if (row === undefined) {
    const expected = [...new Set(ofItem.map((known) => known.lot?.code))].join(', ')
    return wrong(state, 'warehouse.wrongLot', { scanned: lot ?? '', expected })
  }
  const answer = { kind: 'right', text: 'item', params: { item: itemText(item) } } as const
  if (matching.length > 1) return { state: { ...state, ask: 'row', candidates: matching }, answer }
  return { state: { ...state, ask: 'quantity', row, candidates: [] }, answer }
}

function counted(state: UnitState, quantityMicro: number): Step {
  const { unit, row, way } = state
  if (unit === undefined || row === undefined || way === undefined) return { state }
  if (quantityMicro <= 0) return wrong(state, 'station.quantityWanted')
  if (quantityMicro > row.quantityMicro) {
    return wrong(state, 'warehouse.moreThanPlanned', {
      planned: formatQuantity(row.quantityMicro),
      wanted: formatQuantity(quantityMicro),
    })
  }
  return { state, call: { kind: way === 'in' ? 'pack' : 'unpack', unit: unit.code, row, quantityMicro } }
}

/** One step back. */
function forgotten(state: UnitState): UnitState {
  const { unit, way, goods } = state
  if (unit === undefined) return startUnit
  if ((state.ask === 'quantity' || state.ask === 'row') && way !== undefined) {
    return { ask: 'goods', unit, way, goods, candidates: [] }
  }
  return state.ask === 'action' ? startUnit : atUnit(unit)
}
