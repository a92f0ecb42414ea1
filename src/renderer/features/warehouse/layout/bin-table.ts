/** Bins as people keep them in a table: titles in either language, metres in millimetres, limits in litres and kilograms. */
import { resources } from '../../../../shared/i18n'
import type { Engine } from '../../../app/engine'

export type ImportedBin = Parameters<Engine['warehouse']['importBins']>[0]['bins'][number]
type Kind = NonNullable<ImportedBin['kind']>

export const BIN_COLUMNS = [
  'code',
  'zone',
  'kind',
  'aisle',
  'bay',
  'level',
  'x',
  'y',
  'litres',
  'kilograms',
  'mixesItems',
  'mixesLots',
] as const
export type BinColumn = (typeof BIN_COLUMNS)[number]

export interface BinTable {
  readonly bins: readonly ImportedBin[]
  readonly faults: readonly { readonly row: number; readonly column: BinColumn; readonly value: string }[]
}

const TITLES = new Map<string, BinColumn>(
  BIN_COLUMNS.flatMap((column) =>
    [column, ...Object.values(resources).map(({ translation }) => translation.warehouse.floor.binColumns[column])].map(
      (title) => [title.toLowerCase(), column] as const,
    ),
  ),
)
const KIND_NAMES: readonly Kind[] = ['dock', 'storage', 'pick-face', 'packing', 'staging', 'quarantine', 'returns']
const KINDS = new Map<string, Kind>(
  KIND_NAMES.flatMap((kind) =>
    [kind, ...Object.values(resources).map(({ translation }) => translation.warehouse.kinds[kind])].map(
      (name) => [name.toLowerCase(), kind] as const,
    ),
  ),
)
const NO = new Set(['0', 'no', 'n', 'false', '否', '不', '不可'])

/** The first row names the columns. A row without a code is no row. */
export function readBins(table: readonly (readonly string[])[]): BinTable {
  const [head = [], ...body] = table
  const columns = head.map((title) => TITLES.get(title.trim().toLowerCase()))
  const bins: ImportedBin[] = []
  const faults: BinTable['faults'][number][] = []
  for (const [at, cells] of body.entries()) {
    const row = at + 2
    const cell = (column: BinColumn): string => (cells[columns.indexOf(column)] ?? '').trim()
    const fault = (column: BinColumn): void => void faults.push({ row, column, value: cell(column) })
    const number = (column: BinColumn, factor = 1): number => {
      const text = cell(column)
      if (text === '') return 0
      const value = Math.round(Number(text.replaceAll(',', '')) * factor)
      if (Number.isSafeInteger(value) && value >= 0) return value
      fault(column)
      return 0
    }
    if (cells.every((text) => text.trim() === '')) continue
    if (cell('code') === '') fault('code')
    if (cell('zone') === '') fault('zone')
    const kind = cell('kind') === '' ? 'storage' : KINDS.get(cell('kind').toLowerCase())
    if (kind === undefined) fault('kind')
    bins.push({
      code: cell('code'),
      zoneCode: cell('zone'),
      kind: kind ?? 'storage',
      aisle: number('aisle'),
      bay: number('bay'),
      level: number('level'),
      xMillimetres: number('x'),
      yMillimetres: number('y'),
      capacityMillilitres: number('litres', 1000),
      capacityGrams: number('kilograms', 1000),
      mixesItems: !NO.has(cell('mixesItems').toLowerCase()),
      mixesLots: !NO.has(cell('mixesLots').toLowerCase()),
    })
  }
  return { bins, faults }
}
