import { sql } from 'kysely'
import { refuse } from '../../../shared/errors'
import { compiler, statement, type Reader } from '../../kernel/db'
import type { ListInput } from '../../kernel/list-input'
import { requirePartner } from '../../foundation/parties'
import { assetStore } from './asset-store'
import { figuresOf, requireAsset } from './standing'
import type { AssetsDatabase } from './tables'

const db = compiler<AssetsDatabase>()

export interface AssetListInput extends ListInput {
  readonly state: 'in-use' | 'disposed' | 'any'
}

const SORTS = {
  number: 'a.number',
  name: 'a.name',
  category: 'c.name',
  acquiredOn: 'a.acquired_on',
  location: 'a.location',
  custodian: 'a.custodian',
  costMinor: 'costMinor',
  valueMinor: 'valueMinor',
} as const

const cost = sql<number>`coalesce((SELECT sum(k.cost_minor) FROM assets_change k WHERE k.asset_id = a.id), 0)`
const accumulated = sql<number>`coalesce((SELECT sum(k.accumulated_minor) FROM assets_change k
  WHERE k.asset_id = a.id), 0)`

function filtered(input: AssetListInput) {
  let query = db.selectFrom('assets_asset as a').innerJoin('assets_category as c', 'c.id', 'a.category_id')
  if (input.state !== 'any') query = query.where('a.state', '=', input.state)
  if (input.filter === '') return query
  const like = `%${input.filter}%`
  return query.where((e) =>
    e.or(
      (['a.number', 'a.name', 'c.name', 'a.location', 'a.custodian', 'a.serial_number'] as const).map((column) =>
        e(column, 'like', like),
      ),
    ),
  )
}

export function listAssets(reader: Reader, input: AssetListInput) {
  const direction = input.descending ? 'desc' : 'asc'
  const rows = reader.query(
    filtered(input)
      .select([
        'a.id',
        'a.number',
        'a.name',
        'a.state',
        'c.name as category',
        'a.acquired_on as acquiredOn',
        'a.location',
        'a.custodian',
        'a.serial_number as serialNumber',
        cost.as('costMinor'),
        accumulated.as('accumulatedMinor'),
        sql<number>`${cost} - ${accumulated}`.as('valueMinor'),
      ])
      .orderBy(SORTS[input.sort as keyof typeof SORTS] ?? 'a.number', direction)
      .orderBy('a.id', direction)
      .limit(input.limit)
      .offset(input.offset),
  )
  const [sums] = reader.query(
    filtered(input).select((e) => [
      e.fn.countAll<number>().as('total'),
      sql<number>`coalesce(sum(${cost}), 0)`.as('costMinor'),
      sql<number>`coalesce(sum(${accumulated}), 0)`.as('accumulatedMinor'),
    ]),
  )
  const costMinor = Number(sums?.costMinor ?? 0)
  const accumulatedMinor = Number(sums?.accumulatedMinor ?? 0)
  return {
    rows,
    total: Number(sums?.total ?? 0),
    sums: { costMinor, accumulatedMinor, valueMinor: costMinor - accumulatedMinor },
  }
}

const numberOf = statement((p: { kind: string; id: number }) =>
  db.selectFrom('v_document_link').where('kind', '=', p.kind).where('id', '=', p.id).select('number'),
)

/** The card: what it is, what it is worth, what happened to it. */
export function getAsset(reader: Reader, id: number) {
  const asset = requireAsset(reader, id)
  const changes = assetStore.changesOf(reader, id)
  const { costMinor, accumulatedMinor } = figuresOf(changes)
  const category = assetStore.categories(reader).find((row) => row.id === asset.categoryId)
  const { supplierId, categoryId, costMinor: _cost, ...card } = asset
  return {
    ...card,
    category: { id: categoryId, name: category?.name ?? '' },
    supplier: supplierId === null ? null : { id: supplierId, name: requirePartner(reader, supplierId).name },
    originalCostMinor: asset.costMinor,
    costMinor,
    accumulatedMinor,
    valueMinor: costMinor - accumulatedMinor,
    changes: changes.map(({ id: changeId, kind, postedOn, month, sourceKind, sourceId, reversesId, ...amounts }) => ({
      id: changeId,
      kind,
      postedOn,
      month,
      costMinor: amounts.costMinor,
      accumulatedMinor: amounts.accumulatedMinor,
      sourceKind,
      sourceId,
      number: numberOf.first(reader, { kind: sourceKind, id: sourceId })?.number ?? '',
      isReversal: reversesId !== null,
    })),
  }
}

const runLines = statement((p: { kind: string; id: number }) =>
  db
    .selectFrom('assets_change as k')
    .innerJoin('assets_asset as a', 'a.id', 'k.asset_id')
    .where('k.source_kind', '=', p.kind)
    .where('k.source_id', '=', p.id)
    .where('k.reverses_id', 'is', null)
    .orderBy('a.number')
    .select(['a.id', 'a.number', 'a.name', 'k.accumulated_minor as amountMinor']),
)

export function getRun(reader: Reader, id: number) {
  const run = assetStore.findRun(reader, id) ?? refuse('assets.runUnknown', {})
  return { ...run, lines: runLines.all(reader, { kind: 'assets.run', id }) }
}
