import type { Selectable } from 'kysely'
import type { Reader, Tx } from '../../kernel/db'
import { compiler, statement } from '../../kernel/db'
import type { PartiesTables } from './tables'

const db = compiler<PartiesTables>()

export type PartnerRow = Selectable<PartiesTables['parties_partner']>
export type PartnerFields = Omit<PartnerRow, 'id' | 'active' | 'created_at' | 'merged_into'>

const byId = statement((p: { id: number }) => db.selectFrom('parties_partner').selectAll().where('id', '=', p.id))
const byCode = statement((p: { code: string }) =>
  db.selectFrom('parties_partner').selectAll().where('code', '=', p.code),
)
const columns = (p: PartnerFields) => ({
  code: p.code,
  name: p.name,
  is_customer: p.is_customer,
  is_supplier: p.is_supplier,
  payment_terms_days: p.payment_terms_days,
  cash_discount_micro: p.cash_discount_micro,
  cash_discount_days: p.cash_discount_days,
  credit_limit_minor: p.credit_limit_minor,
  minimum_remaining_life_days: p.minimum_remaining_life_days,
  tax_number: p.tax_number,
  phone: p.phone,
  email: p.email,
  address: p.address,
  currency: p.currency,
})
const insert = statement((p: PartnerFields & { created_at: string }) =>
  db.insertInto('parties_partner').values({ ...columns(p), created_at: p.created_at }),
)
const update = statement((p: PartnerFields & { id: number }) =>
  db.updateTable('parties_partner').set(columns(p)).where('id', '=', p.id),
)
const archive = statement((p: { id: number; mergedInto: number | null }) =>
  db.updateTable('parties_partner').set({ active: 0, merged_into: p.mergedInto }).where('id', '=', p.id),
)

const restore = statement((p: { id: number }) =>
  db.updateTable('parties_partner').set({ active: 1, merged_into: null }).where('id', '=', p.id),
)

export interface PartnerListInput {
  readonly side: 'customer' | 'supplier' | 'any'
  readonly filter: string
  readonly sort?: string | undefined
  readonly descending: boolean
  readonly offset: number
  readonly limit: number
}

const SORTS = {
  code: 'code',
  name: 'name',
  paymentTermsDays: 'payment_terms_days',
  creditLimitMinor: 'credit_limit_minor',
} as const

function filtered(input: PartnerListInput) {
  let query = db.selectFrom('parties_partner').where('active', '=', 1)
  if (input.side === 'customer') query = query.where('is_customer', '=', 1)
  if (input.side === 'supplier') query = query.where('is_supplier', '=', 1)
  if (input.filter !== '') {
    const like = `%${input.filter}%`
    query = query.where((e) => e.or([e('code', 'like', like), e('name', 'like', like), e('phone', 'like', like)]))
  }
  return query
}

export const partnerStore = {
  byId: (reader: Reader, id: number) => byId.first(reader, { id }),
  byCode: (reader: Reader, code: string) => byCode.first(reader, { code }),
  insert: (tx: Tx, fields: PartnerFields): number => insert.run(tx, { ...fields, created_at: tx.now.toISOString() }).id,
  update: (tx: Tx, id: number, fields: PartnerFields) => update.run(tx, { ...fields, id }),
  archive: (tx: Tx, id: number, mergedInto: number | null) => archive.run(tx, { id, mergedInto }),
  restore: (tx: Tx, id: number) => restore.run(tx, { id }),
  page(reader: Reader, input: PartnerListInput): PartnerRow[] {
    const sort = SORTS[input.sort as keyof typeof SORTS] ?? 'code'
    return reader.query(
      filtered(input)
        .selectAll()
        .orderBy(sort, input.descending ? 'desc' : 'asc')
        .orderBy('id')
        .limit(input.limit)
        .offset(input.offset),
    )
  },
  count: (reader: Reader, input: PartnerListInput): number =>
    reader.query(filtered(input).select((e) => e.fn.countAll<number>().as('count')))[0]?.count ?? 0,
}
