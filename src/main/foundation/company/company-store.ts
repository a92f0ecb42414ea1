import type { Reader, Tx } from '../../kernel/db'
import { compiler, statement } from '../../kernel/db'
import type { CompanyTables } from './tables'

const db = compiler<CompanyTables>()

const profile = statement((_p: object) => db.selectFrom('company_profile').selectAll())

type NewProfile = Pick<CompanyTables['company_profile'], 'name' | 'pack' | 'currency' | 'locale' | 'created_at'>

const insertProfile = statement((p: NewProfile) =>
  db.insertInto('company_profile').values({
    id: 1,
    name: p.name,
    pack: p.pack,
    currency: p.currency,
    locale: p.locale,
    created_at: p.created_at,
  }),
)

const rename = statement((p: { name: string }) => db.updateTable('company_profile').set({ name: p.name }))
const markDemo = statement((p: { seed: number }) =>
  db.updateTable('company_profile').set({ is_demo: 1, demo_seed: p.seed }),
)

const takeNumber = statement((p: { series: string; year: number }) =>
  db
    .insertInto('company_number_series')
    .values({ series: p.series, year: p.year, next_number: 2 })
    .onConflict((conflict) =>
      conflict
        .columns(['series', 'year'])
        .doUpdateSet((e) => ({ next_number: e('company_number_series.next_number', '+', 1) })),
    )
    .returning('next_number'),
)

const series = statement((_p: object) => db.selectFrom('company_number_series').selectAll())

export const companyStore = {
  profile: (reader: Reader) => profile.first(reader, {}),
  insertProfile: (tx: Tx, row: Omit<NewProfile, 'created_at'>) =>
    insertProfile.run(tx, { ...row, created_at: tx.now.toISOString() }),
  rename: (tx: Tx, name: string) => rename.run(tx, { name }),
  markDemo: (tx: Tx, seed: number) => markDemo.run(tx, { seed }),
  /** The number taken: 1 for a new series. */
  takeNumber: (tx: Tx, seriesName: string, year: number): number => {
    const row = takeNumber.first(tx, { series: seriesName, year })
    return (row?.next_number ?? 2) - 1
  },
  series: (reader: Reader) => series.all(reader, {}),
}
