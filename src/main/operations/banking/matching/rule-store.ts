import { sql } from 'kysely'
import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { BankingDatabase } from '../tables'

const db = compiler<BankingDatabase>()

export interface Rule {
  readonly id: number
  readonly direction: 'in' | 'out'
  readonly pattern: string
  readonly partnerId: number | null
  readonly accountCode: string | null
  readonly hits: number
}

const columns = [
  'id',
  'direction',
  'pattern',
  'partner_id as partnerId',
  'account_code as accountCode',
  'hits',
] as const

const find = statement((p: { direction: 'in' | 'out'; pattern: string }) =>
  db.selectFrom('banking_rule').where('direction', '=', p.direction).where('pattern', '=', p.pattern).select(columns),
)
const all = statement((_p: object) =>
  db
    .selectFrom('banking_rule as r')
    .leftJoin('v_parties_partner as p', 'p.id', 'r.partner_id')
    .orderBy('r.hits', 'desc')
    .orderBy('r.id')
    .limit(1000)
    .select(['r.id', 'r.direction', 'r.pattern', 'p.name as partnerName', 'r.account_code as accountCode', 'r.hits']),
)
// Doing the same again strengthens a rule; doing something else begins anew.
const learn = statement(
  (p: { direction: 'in' | 'out'; pattern: string; partnerId: number | null; accountCode: string | null }) =>
    db
      .insertInto('banking_rule')
      .values({
        direction: p.direction,
        pattern: p.pattern,
        partner_id: p.partnerId,
        account_code: p.accountCode,
        hits: 1,
      })
      .onConflict((conflict) =>
        conflict.columns(['direction', 'pattern']).doUpdateSet({
          hits: sql<number>`CASE WHEN banking_rule.partner_id IS excluded.partner_id
            AND banking_rule.account_code IS excluded.account_code THEN banking_rule.hits + 1 ELSE 1 END`,
          partner_id: sql<number | null>`excluded.partner_id`,
          account_code: sql<string | null>`excluded.account_code`,
        }),
      ),
)
const weaken = statement((p: { direction: 'in' | 'out'; pattern: string }) =>
  db
    .updateTable('banking_rule')
    .where('direction', '=', p.direction)
    .where('pattern', '=', p.pattern)
    .set({ hits: sql<number>`hits - 1` }),
)
const forgetWeak = statement((_p: object) => db.deleteFrom('banking_rule').where('hits', '<=', sql.lit(0)))
const remove = statement((p: { id: number }) => db.deleteFrom('banking_rule').where('id', '=', p.id))

export const ruleStore = {
  find: (reader: Reader, direction: 'in' | 'out', pattern: string): Rule | undefined =>
    find.first(reader, { direction, pattern }),
  all: (reader: Reader) => all.all(reader, {}),
  learn: (
    tx: Tx,
    rule: { direction: 'in' | 'out'; pattern: string; partnerId: number | null; accountCode: string | null },
  ): void => {
    learn.run(tx, rule)
  },
  weaken: (tx: Tx, direction: 'in' | 'out', pattern: string): void => {
    weaken.run(tx, { direction, pattern })
    forgetWeak.run(tx, {})
  },
  remove: (tx: Tx, id: number): boolean => remove.run(tx, { id }).changes === 1,
}
