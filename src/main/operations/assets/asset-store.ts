import { sql } from 'kysely'
import { compiler, statement, type Reader, type Tx } from '../../kernel/db'
import type { Method } from './depreciation'
import type { AssetsDatabase } from './tables'

const db = compiler<AssetsDatabase>()

export interface Category {
  readonly id: number
  readonly name: string
  readonly method: Method
  readonly lifeMonths: number
  readonly residualMicro: number
  readonly expenseAccountId: number | null
}

export interface NewAsset {
  readonly number: string
  readonly name: string
  readonly categoryId: number
  readonly acquiredOn: string
  readonly inServiceOn: string
  readonly method: Method
  readonly lifeMonths: number
  readonly costMinor: number
  readonly residualMinor: number
  readonly unitsTotal: number | null
  readonly openingMinor: number
  readonly openingMonths: number
  readonly location: string
  readonly custodian: string
  readonly serialNumber: string
  readonly supplierId: number | null
  readonly note: string
}

export interface Asset extends NewAsset {
  readonly id: number
  readonly state: 'in-use' | 'disposed' | 'reversed'
}

export interface NewChange {
  readonly assetId: number
  readonly kind: 'acquisition' | 'depreciation' | 'impairment' | 'disposal'
  readonly postedOn: string
  readonly month: string | null
  readonly costMinor: number
  readonly accumulatedMinor: number
  readonly sourceKind: string
  readonly sourceId: number
  readonly reversesId: number | null
}

export interface Change extends NewChange {
  readonly id: number
}

const categories = statement((_p: object) =>
  db
    .selectFrom('assets_category as c')
    .leftJoin('v_accounting_account as a', 'a.id', 'c.expense_account_id')
    .orderBy('c.name')
    .select([
      'c.id',
      'c.name',
      'c.method',
      'c.life_months as lifeMonths',
      'c.residual_micro as residualMicro',
      'c.expense_account_id as expenseAccountId',
      'a.code as expenseAccountCode',
    ]),
)
const insertCategory = statement((p: Omit<Category, 'id'>) =>
  db.insertInto('assets_category').values({
    name: p.name,
    method: p.method,
    life_months: p.lifeMonths,
    residual_micro: p.residualMicro,
    expense_account_id: p.expenseAccountId,
  }),
)
const updateCategory = statement((p: Category) =>
  db.updateTable('assets_category').where('id', '=', p.id).set({
    name: p.name,
    method: p.method,
    life_months: p.lifeMonths,
    residual_micro: p.residualMicro,
    expense_account_id: p.expenseAccountId,
  }),
)

const assetColumns = [
  'id',
  'number',
  'name',
  'state',
  'category_id as categoryId',
  'acquired_on as acquiredOn',
  'in_service_on as inServiceOn',
  'method',
  'life_months as lifeMonths',
  'cost_minor as costMinor',
  'residual_minor as residualMinor',
  'units_total as unitsTotal',
  'opening_minor as openingMinor',
  'opening_months as openingMonths',
  'location',
  'custodian',
  'serial_number as serialNumber',
  'supplier_id as supplierId',
  'note',
] as const

const insert = statement((p: NewAsset & { createdBy: number; createdAt: string }) =>
  db.insertInto('assets_asset').values({
    number: p.number,
    name: p.name,
    state: 'in-use',
    category_id: p.categoryId,
    acquired_on: p.acquiredOn,
    in_service_on: p.inServiceOn,
    method: p.method,
    life_months: p.lifeMonths,
    cost_minor: p.costMinor,
    residual_minor: p.residualMinor,
    units_total: p.unitsTotal,
    opening_minor: p.openingMinor,
    opening_months: p.openingMonths,
    location: p.location,
    custodian: p.custodian,
    serial_number: p.serialNumber,
    supplier_id: p.supplierId,
    note: p.note,
    created_by: p.createdBy,
    created_at: p.createdAt,
  }),
)
const find = statement((p: { id: number }) => db.selectFrom('assets_asset').where('id', '=', p.id).select(assetColumns))
const inUse = statement((p: { before: string }) =>
  db
    .selectFrom('assets_asset')
    .where('state', '=', 'in-use')
    .where('in_service_on', '<', p.before)
    .orderBy('id')
    .select(assetColumns),
)
const setState = statement((p: { id: number; state: Asset['state'] }) =>
  db.updateTable('assets_asset').where('id', '=', p.id).set({ state: p.state }),
)
const place = statement((p: { id: number; name: string; location: string; custodian: string; note: string }) =>
  db
    .updateTable('assets_asset')
    .where('id', '=', p.id)
    .set({ name: p.name, location: p.location, custodian: p.custodian, note: p.note }),
)

const changeColumns = [
  'id',
  'asset_id as assetId',
  'kind',
  'posted_on as postedOn',
  'month',
  'cost_minor as costMinor',
  'accumulated_minor as accumulatedMinor',
  'source_kind as sourceKind',
  'source_id as sourceId',
  'reverses_id as reversesId',
] as const
const insertChange = statement((p: NewChange) =>
  db.insertInto('assets_change').values({
    asset_id: p.assetId,
    kind: p.kind,
    posted_on: p.postedOn,
    month: p.month,
    cost_minor: p.costMinor,
    accumulated_minor: p.accumulatedMinor,
    source_kind: p.sourceKind,
    source_id: p.sourceId,
    reverses_id: p.reversesId,
  }),
)
const changesOf = statement((p: { assetId: number }) =>
  db.selectFrom('assets_change').where('asset_id', '=', p.assetId).orderBy('id').select(changeColumns),
)
const unreversed = statement((p: { kind: string; id: number }) =>
  db
    .selectFrom('assets_change as c')
    .where('c.source_kind', '=', p.kind)
    .where('c.source_id', '=', p.id)
    .where('c.reverses_id', 'is', null)
    .where((e) =>
      e.not(
        e.exists(e.selectFrom('assets_change as r').whereRef('r.reverses_id', '=', 'c.id').select(e.lit(1).as('one'))),
      ),
    )
    .select([
      'c.id',
      'c.asset_id as assetId',
      'c.kind',
      'c.posted_on as postedOn',
      'c.month',
      'c.cost_minor as costMinor',
      'c.accumulated_minor as accumulatedMinor',
      'c.source_kind as sourceKind',
      'c.source_id as sourceId',
      'c.reverses_id as reversesId',
    ]),
)
const units = statement((p: { assetId: number; month: string }) =>
  db.selectFrom('assets_usage').where('asset_id', '=', p.assetId).where('month', '=', p.month).select('units'),
)
const setUnits = statement((p: { assetId: number; month: string; units: number }) =>
  db
    .insertInto('assets_usage')
    .values({ asset_id: p.assetId, month: p.month, units: p.units })
    .onConflict((conflict) =>
      conflict.columns(['asset_id', 'month']).doUpdateSet({ units: sql<number>`excluded.units` }),
    ),
)

const insertRun = statement(
  (p: { number: string; month: string; postedOn: string; amountMinor: number; createdBy: number; createdAt: string }) =>
    db.insertInto('assets_run').values({
      number: p.number,
      month: p.month,
      posted_on: p.postedOn,
      amount_minor: p.amountMinor,
      created_by: p.createdBy,
      created_at: p.createdAt,
    }),
)
const runs = statement((_p: object) =>
  db
    .selectFrom('assets_run')
    .orderBy('id', 'desc')
    .limit(500)
    .select(['id', 'number', 'state', 'month', 'posted_on as postedOn', 'amount_minor as amountMinor']),
)
const findRun = statement((p: { id: number }) =>
  db
    .selectFrom('assets_run')
    .where('id', '=', p.id)
    .select(['id', 'number', 'state', 'month', 'posted_on as postedOn', 'amount_minor as amountMinor']),
)
const reverseRun = statement((p: { id: number }) =>
  db.updateTable('assets_run').where('id', '=', p.id).set({ state: 'reversed' }),
)
const insertDisposal = statement(
  (p: {
    number: string
    assetId: number
    disposedOn: string
    proceedsMinor: number
    taxMinor: number
    resultMinor: number
    createdBy: number
    createdAt: string
  }) =>
    db.insertInto('assets_disposal').values({
      number: p.number,
      asset_id: p.assetId,
      disposed_on: p.disposedOn,
      proceeds_minor: p.proceedsMinor,
      tax_minor: p.taxMinor,
      result_minor: p.resultMinor,
      created_by: p.createdBy,
      created_at: p.createdAt,
    }),
)
const disposalOf = statement((p: { assetId: number }) =>
  db
    .selectFrom('assets_disposal')
    .where('asset_id', '=', p.assetId)
    .where('state', '=', 'posted')
    .select([
      'id',
      'number',
      'disposed_on as disposedOn',
      'proceeds_minor as proceedsMinor',
      'tax_minor as taxMinor',
      'result_minor as resultMinor',
    ]),
)
const reverseDisposal = statement((p: { id: number }) =>
  db.updateTable('assets_disposal').where('id', '=', p.id).set({ state: 'reversed' }),
)
const insertImpairment = statement(
  (p: {
    number: string
    assetId: number
    impairedOn: string
    amountMinor: number
    reason: string
    createdBy: number
    createdAt: string
  }) =>
    db.insertInto('assets_impairment').values({
      number: p.number,
      asset_id: p.assetId,
      impaired_on: p.impairedOn,
      amount_minor: p.amountMinor,
      reason: p.reason,
      created_by: p.createdBy,
      created_at: p.createdAt,
    }),
)

type Stamped<Row> = Omit<Row, 'createdBy' | 'createdAt'>
const stamp = (tx: Tx, createdBy: number) => ({ createdBy, createdAt: tx.now.toISOString() })

export const assetStore = {
  categories: (reader: Reader) => categories.all(reader, {}),
  insertCategory: (tx: Tx, category: Omit<Category, 'id'>): number => insertCategory.run(tx, category).id,
  updateCategory: (tx: Tx, category: Category): void => {
    updateCategory.run(tx, category)
  },
  insert: (tx: Tx, asset: NewAsset, by: number): number => insert.run(tx, { ...asset, ...stamp(tx, by) }).id,
  find: (reader: Reader, id: number): Asset | undefined => find.first(reader, { id }),
  /** In use, put into service before a month. */
  inUse: (reader: Reader, before: string): Asset[] => inUse.all(reader, { before }),
  setState: (tx: Tx, id: number, state: Asset['state']): void => {
    setState.run(tx, { id, state })
  },
  place: (tx: Tx, card: { id: number; name: string; location: string; custodian: string; note: string }): void => {
    place.run(tx, card)
  },
  insertChange: (tx: Tx, change: NewChange): void => {
    insertChange.run(tx, change)
  },
  changesOf: (reader: Reader, assetId: number): Change[] => changesOf.all(reader, { assetId }),
  unreversed: (reader: Reader, kind: string, id: number): Change[] => unreversed.all(reader, { kind, id }),
  units: (reader: Reader, assetId: number, month: string): number | undefined =>
    units.first(reader, { assetId, month })?.units,
  setUnits: (tx: Tx, usage: { assetId: number; month: string; units: number }): void => {
    setUnits.run(tx, usage)
  },
  insertRun: (
    tx: Tx,
    run: { number: string; month: string; postedOn: string; amountMinor: number },
    by: number,
  ): number => insertRun.run(tx, { ...run, ...stamp(tx, by) }).id,
  runs: (reader: Reader) => runs.all(reader, {}),
  findRun: (reader: Reader, id: number) => findRun.first(reader, { id }),
  reverseRun: (tx: Tx, id: number): void => {
    reverseRun.run(tx, { id })
  },
  insertDisposal: (tx: Tx, disposal: Stamped<Parameters<typeof insertDisposal.run>[1]>, by: number): number =>
    insertDisposal.run(tx, { ...disposal, ...stamp(tx, by) }).id,
  disposalOf: (reader: Reader, assetId: number) => disposalOf.first(reader, { assetId }),
  reverseDisposal: (tx: Tx, id: number): void => {
    reverseDisposal.run(tx, { id })
  },
  insertImpairment: (tx: Tx, impairment: Stamped<Parameters<typeof insertImpairment.run>[1]>, by: number): number =>
    insertImpairment.run(tx, { ...impairment, ...stamp(tx, by) }).id,
}
