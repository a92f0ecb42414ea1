import { compiler, statement, type Reader, type Tx } from '../../kernel/db'
import type { ListInput } from '../../kernel/list-input'
import type { CurrenciesTables } from './tables'

const db = compiler<CurrenciesTables>()

export interface Currency {
  readonly code: string
  readonly units: number
  readonly quoted: 'direct' | 'indirect'
  readonly active: number
}

const columns = ['code', 'units', 'quoted', 'active'] as const

const all = statement((_p: object) => db.selectFrom('currencies_currency').orderBy('code').select(columns))
const find = statement((p: { code: string }) =>
  db.selectFrom('currencies_currency').where('code', '=', p.code).select(columns),
)
const insert = statement((p: Omit<Currency, 'active'>) =>
  db.insertInto('currencies_currency').values({ code: p.code, units: p.units, quoted: p.quoted }),
)
const setActive = statement((p: { code: string; active: number }) =>
  db.updateTable('currencies_currency').where('code', '=', p.code).set({ active: p.active }),
)

const lastOn = statement((p: { currency: string; on: string }) =>
  db
    .selectFrom('currencies_rate')
    .where('currency', '=', p.currency)
    .where('valid_from', '<=', p.on)
    .orderBy('valid_from', 'desc')
    .limit(1)
    .select(['valid_from as validFrom', 'rate_micro as rateMicro']),
)
interface NewRate {
  readonly currency: string
  readonly validFrom: string
  readonly rateMicro: number
}
const put = statement((p: NewRate & { by: number; at: string }) =>
  db
    .insertInto('currencies_rate')
    .values({
      currency: p.currency,
      valid_from: p.validFrom,
      rate_micro: p.rateMicro,
      entered_by: p.by,
      entered_at: p.at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['currency', 'valid_from'])
        .doUpdateSet({ rate_micro: p.rateMicro, entered_by: p.by, entered_at: p.at }),
    ),
)
const remove = statement((p: { id: number }) => db.deleteFrom('currencies_rate').where('id', '=', p.id))

const SORTS = { currency: 'r.currency', validFrom: 'r.valid_from', rateMicro: 'r.rate_micro' } as const

export interface RateListInput extends ListInput {
  readonly currency?: string | undefined
}

function filtered(input: RateListInput) {
  let query = db.selectFrom('currencies_rate as r')
  if (input.currency !== undefined) query = query.where('r.currency', '=', input.currency)
  if (input.filter === '') return query
  const like = `%${input.filter}%`
  return query.where((e) => e.or([e('r.currency', 'like', like), e('r.valid_from', 'like', like)]))
}

export const currencyStore = {
  all: (reader: Reader): Currency[] => all.all(reader, {}),
  find: (reader: Reader, code: string): Currency | undefined => find.first(reader, { code }),
  insert: (tx: Tx, currency: Omit<Currency, 'active'>): void => {
    insert.run(tx, currency)
  },
  setActive: (tx: Tx, code: string, isActive: boolean): void => {
    setActive.run(tx, { code, active: isActive ? 1 : 0 })
  },
  /** The rate of the last day on or before this one. */
  lastOn: (reader: Reader, currency: string, on: string) => lastOn.first(reader, { currency, on }),
  put: (tx: Tx, rate: NewRate, by: number): void => {
    put.run(tx, { ...rate, by, at: tx.now.toISOString() })
  },
  /** False where there is no such rate. */
  remove: (tx: Tx, id: number): boolean => remove.run(tx, { id }).changes === 1,
  page(reader: Reader, input: RateListInput) {
    const direction = input.sort === undefined || input.descending ? 'desc' : 'asc'
    return reader.query(
      filtered(input)
        .innerJoin('currencies_currency as c', 'c.code', 'r.currency')
        .select(['r.id', 'r.currency', 'r.valid_from as validFrom', 'r.rate_micro as rateMicro', 'c.units', 'c.quoted'])
        .orderBy(SORTS[input.sort as keyof typeof SORTS] ?? 'r.valid_from', direction)
        .orderBy('r.currency')
        .limit(input.limit)
        .offset(input.offset),
    )
  },
  count: (reader: Reader, input: RateListInput): number =>
    Number(reader.query(filtered(input).select((e) => e.fn.countAll<number>().as('total')))[0]?.total ?? 0),
}
