import { sql } from 'kysely'
import { compiler, statement, type Reader, type Tx } from '../../kernel/db'
import type { RateKind, TaxDatabase } from './tables'

const db = compiler<TaxDatabase>()

const rates = statement((_p: object) =>
  db
    .selectFrom('tax_rate')
    .orderBy('kind')
    .orderBy('valid_from', 'desc')
    .select(['kind', 'valid_from as validFrom', 'rate_micro as rateMicro']),
)
const rateOn = statement((p: { kind: RateKind; on: string }) =>
  db
    .selectFrom('tax_rate')
    .where('kind', '=', p.kind)
    .where('valid_from', '<=', p.on)
    .orderBy('valid_from', 'desc')
    .limit(sql.lit(1))
    .select('rate_micro as rateMicro'),
)
const setRate = statement((p: { kind: RateKind; validFrom: string; rateMicro: number }) =>
  db
    .insertInto('tax_rate')
    .values({ kind: p.kind, valid_from: p.validFrom, rate_micro: p.rateMicro })
    .onConflict((conflict) => conflict.columns(['kind', 'valid_from']).doUpdateSet({ rate_micro: p.rateMicro })),
)

const thresholdOn = statement((p: { on: string }) =>
  db
    .selectFrom('tax_threshold')
    .where('valid_from', '<=', p.on)
    .orderBy('valid_from', 'desc')
    .limit(sql.lit(1))
    .select('quarter_minor as quarterMinor'),
)
const setThreshold = statement((p: { validFrom: string; quarterMinor: number }) =>
  db
    .insertInto('tax_threshold')
    .values({ valid_from: p.validFrom, quarter_minor: p.quarterMinor })
    .onConflict((conflict) => conflict.column('valid_from').doUpdateSet({ quarter_minor: p.quarterMinor })),
)
const netOf = (view: 'v_sales_invoice' | 'v_purchasing_invoice') =>
  statement((p: { from: string; to: string }) =>
    db
      .selectFrom(view)
      .where('state', '=', sql.lit('posted'))
      .where('invoiced_on', '>=', p.from)
      .where('invoiced_on', '<=', p.to)
      .select(sql<number>`coalesce(sum(net_minor), 0)`.as('netMinor')),
  )
const sold = netOf('v_sales_invoice')
const bought = netOf('v_purchasing_invoice')
/** Documents whose tax may be an input or output tax: from a day on, how many. */
const taxedSince = statement((p: { on: string }) =>
  db
    .selectFrom('v_accounting_role as r')
    .innerJoin('v_accounting_line as l', 'l.account_id', 'r.account_id')
    .innerJoin('v_accounting_entry as e', 'e.id', 'l.entry_id')
    .where('r.role', 'in', ['input-tax', 'input-tax-pending', 'output-tax', 'revenue'])
    .where('e.source_kind', 'not in', ['accounting.carryOver', 'tax.vat', 'tax.relief', 'tax.surcharges'])
    .where('l.posted_on', '>=', p.on)
    .orderBy('l.posted_on', 'desc')
    .limit(sql.lit(1))
    .select('l.posted_on as postedOn'),
)

const ofRole = (role: string) =>
  db
    .selectFrom('v_accounting_role as r')
    .innerJoin('v_accounting_line as l', 'l.account_id', 'r.account_id')
    .where('r.role', '=', role)

const turnover = statement((p: { role: string; from: string; to: string }) =>
  ofRole(p.role)
    .where('l.posted_on', '>=', p.from)
    .where('l.posted_on', '<=', p.to)
    .select([
      sql<number>`coalesce(sum(l.debit_minor), 0)`.as('debitMinor'),
      sql<number>`coalesce(sum(l.credit_minor), 0)`.as('creditMinor'),
    ]),
)
const turnoverOfSource = statement((p: { role: string; kind: string; from: string; to: string }) =>
  ofRole(p.role)
    .innerJoin('v_accounting_entry as e', 'e.id', 'l.entry_id')
    .where('e.source_kind', '=', p.kind)
    .where('l.posted_on', '>=', p.from)
    .where('l.posted_on', '<=', p.to)
    .select(sql<number>`coalesce(sum(l.credit_minor - l.debit_minor), 0)`.as('amountMinor')),
)
const balance = statement((p: { role: string; to: string }) =>
  ofRole(p.role)
    .where('l.posted_on', '<=', p.to)
    .select(sql<number>`coalesce(sum(l.credit_minor - l.debit_minor), 0)`.as('amountMinor')),
)
const lines = statement((p: { role: string; from: string; to: string }) =>
  ofRole(p.role)
    .innerJoin('v_accounting_entry as e', 'e.id', 'l.entry_id')
    .leftJoin('v_document_link as d', (join) =>
      join.onRef('d.kind', '=', 'e.source_kind').onRef('d.id', '=', 'e.source_id'),
    )
    .where('l.posted_on', '>=', p.from)
    .where('l.posted_on', '<=', p.to)
    .orderBy('l.posted_on')
    .orderBy('e.id')
    .limit(2000)
    .select([
      'l.posted_on as postedOn',
      'e.source_kind as sourceKind',
      'e.source_id as sourceId',
      sql<string>`coalesce(d.number, e.voucher_type || '-' || e.number)`.as('number'),
      'e.memo',
      'l.debit_minor as debitMinor',
      'l.credit_minor as creditMinor',
    ]),
)
const accountOf = statement((p: { role: string }) =>
  db
    .selectFrom('v_accounting_role as r')
    .innerJoin('v_accounting_account as a', 'a.id', 'r.account_id')
    .where('r.role', '=', p.role)
    .select(['a.id', 'a.code', 'a.name_zh as zh', 'a.name_en as en']),
)
// Before it is carried over, and without the tax itself.
const profit = statement((p: { from: string; to: string }) =>
  db
    .selectFrom('v_accounting_line as l')
    .innerJoin('v_accounting_account as a', 'a.id', 'l.account_id')
    .innerJoin('v_accounting_entry as e', 'e.id', 'l.entry_id')
    .where('a.kind', 'in', ['revenue', 'expense'])
    .where('e.source_kind', '<>', 'accounting.carryOver')
    .where('l.posted_on', '>=', p.from)
    .where('l.posted_on', '<=', p.to)
    .where((e) =>
      e('l.account_id', 'not in', (f) =>
        f.selectFrom('v_accounting_role').where('role', '=', 'income-tax').select('account_id'),
      ),
    )
    .select(sql<number>`coalesce(sum(l.credit_minor - l.debit_minor), 0)`.as('amountMinor')),
)

/** The first account that a row of the income statement shows by this tag, and that takes postings. */
const TAGGED = `
  SELECT id FROM v_accounting_account WHERE statement_tag = ? AND is_postable = 1 AND is_active = 1
  ORDER BY code LIMIT 1`

export const taxStore = {
  taggedAccount: (reader: Reader, tag: string): number | undefined => reader.first<{ id: number }>(TAGGED, [tag])?.id,
  rates: (reader: Reader) => rates.all(reader, {}),
  /** Undefined where nobody has set one. */
  rateOn: (reader: Reader, kind: RateKind, on: string): number | undefined =>
    rateOn.first(reader, { kind, on })?.rateMicro,
  setRate: (tx: Tx, rate: { kind: RateKind; validFrom: string; rateMicro: number }): void => {
    setRate.run(tx, rate)
  },
  /** Undefined where nobody has set one. */
  thresholdOn: (reader: Reader, on: string): number | undefined => thresholdOn.first(reader, { on })?.quarterMinor,
  setThreshold: (tx: Tx, threshold: { validFrom: string; quarterMinor: number }): void => {
    setThreshold.run(tx, threshold)
  },
  /** What invoices of a time come to, without tax. */
  soldMinor: (reader: Reader, from: string, to: string): number => Number(sold.first(reader, { from, to })?.netMinor),
  boughtMinor: (reader: Reader, from: string, to: string): number =>
    Number(bought.first(reader, { from, to })?.netMinor),
  /** The last day from one on, on which something taxed was posted. */
  taxedSince: (reader: Reader, on: string): string | undefined => taxedSince.first(reader, { on })?.postedOn,
  turnover: (reader: Reader, role: string, from: string, to: string) => {
    const row = turnover.first(reader, { role, from, to })
    return { debitMinor: Number(row?.debitMinor ?? 0), creditMinor: Number(row?.creditMinor ?? 0) }
  },
  /** Credits less debits that documents of one kind posted. */
  postedBy: (reader: Reader, role: string, kind: string, from: string, to: string): number =>
    Number(turnoverOfSource.first(reader, { role, kind, from, to })?.amountMinor ?? 0),
  /** Credits less debits up to a day. */
  creditBalance: (reader: Reader, role: string, to: string): number =>
    Number(balance.first(reader, { role, to })?.amountMinor ?? 0),
  lines: (reader: Reader, role: string, from: string, to: string) => lines.all(reader, { role, from, to }),
  accountOf: (reader: Reader, role: string) => accountOf.first(reader, { role }),
  profit: (reader: Reader, from: string, to: string): number =>
    Number(profit.first(reader, { from, to })?.amountMinor ?? 0),
}
