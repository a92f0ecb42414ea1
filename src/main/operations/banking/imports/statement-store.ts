import { sql } from 'kysely'
import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { BankingDatabase } from '../tables'

const db = compiler<BankingDatabase>()

export interface NewStatement {
  readonly accountId: number
  readonly fileName: string
  readonly format: 'table' | 'ofx' | 'mt940' | 'camt053'
  readonly contentHash: string
  readonly fromOn: string
  readonly toOn: string
  readonly openingMinor: number | null
  readonly closingMinor: number | null
  readonly knownMinor: number
  readonly knownCount: number
}

export interface NewBankLine {
  readonly statementId: number
  readonly accountId: number
  readonly bookedOn: string
  readonly amountMinor: number
  readonly counterparty: string
  readonly counterpartyNumber: string
  readonly text: string
  readonly bankReference: string
  readonly fingerprint: string
}

export interface BankLine extends NewBankLine {
  readonly id: number
  readonly matchId: number | null
}

const insert = statement((p: NewStatement & { importedBy: number; importedAt: string }) =>
  db.insertInto('banking_statement').values({
    account_id: p.accountId,
    file_name: p.fileName,
    format: p.format,
    content_hash: p.contentHash,
    from_on: p.fromOn,
    to_on: p.toOn,
    opening_minor: p.openingMinor,
    closing_minor: p.closingMinor,
    known_minor: p.knownMinor,
    known_count: p.knownCount,
    imported_by: p.importedBy,
    imported_at: p.importedAt,
  }),
)
const insertLine = statement((p: NewBankLine) =>
  db.insertInto('banking_line').values({
    statement_id: p.statementId,
    account_id: p.accountId,
    booked_on: p.bookedOn,
    amount_minor: p.amountMinor,
    counterparty: p.counterparty,
    counterparty_number: p.counterpartyNumber,
    text: p.text,
    bank_reference: p.bankReference,
    fingerprint: p.fingerprint,
    match_id: null,
  }),
)
const ofHash = statement((p: { accountId: number; contentHash: string }) =>
  db
    .selectFrom('banking_statement')
    .where('account_id', '=', p.accountId)
    .where('content_hash', '=', p.contentHash)
    .select(['id', 'file_name as fileName', 'imported_at as importedAt']),
)
const hasFingerprint = statement((p: { accountId: number; fingerprint: string }) =>
  db
    .selectFrom('banking_line')
    .where('account_id', '=', p.accountId)
    .where('fingerprint', '=', p.fingerprint)
    .select('id'),
)
const find = statement((p: { id: number }) =>
  db
    .selectFrom('banking_statement')
    .where('id', '=', p.id)
    .select(['id', 'account_id as accountId', 'file_name as fileName', 'to_on as toOn']),
)
const ofAccount = statement((p: { accountId: number }) =>
  db
    .selectFrom('banking_statement as s')
    .where('s.account_id', '=', p.accountId)
    .orderBy('s.to_on', 'desc')
    .orderBy('s.id', 'desc')
    .limit(500)
    .select([
      's.id',
      's.file_name as fileName',
      's.format',
      's.from_on as fromOn',
      's.to_on as toOn',
      's.opening_minor as openingMinor',
      's.closing_minor as closingMinor',
      's.known_count as knownCount',
      's.imported_at as importedAt',
      sql<number>`(SELECT count(*) FROM banking_line l WHERE l.statement_id = s.id)`.as('lineCount'),
      sql<number>`(SELECT count(*) FROM banking_line l WHERE l.statement_id = s.id AND l.match_id IS NULL)`.as(
        'openCount',
      ),
    ]),
)
const matchedOf = statement((p: { id: number }) =>
  db
    .selectFrom('banking_line')
    .where('statement_id', '=', p.id)
    .where('match_id', 'is not', null)
    .select((e) => e.fn.countAll<number>().as('count')),
)
const removeLines = statement((p: { id: number }) => db.deleteFrom('banking_line').where('statement_id', '=', p.id))
const remove = statement((p: { id: number }) => db.deleteFrom('banking_statement').where('id', '=', p.id))

const profiles = statement((_p: object) =>
  db.selectFrom('banking_profile').orderBy('name').select(['id', 'signature', 'name', 'mapping']),
)
const saveProfile = statement((p: { signature: string; name: string; mapping: string }) =>
  db
    .insertInto('banking_profile')
    .values({ signature: p.signature, name: p.name, mapping: p.mapping })
    .onConflict((conflict) => conflict.column('signature').doUpdateSet({ name: p.name, mapping: p.mapping })),
)

export const statementStore = {
  insert: (tx: Tx, row: NewStatement, importedBy: number): number =>
    insert.run(tx, { ...row, importedBy, importedAt: tx.now.toISOString() }).id,
  insertLine: (tx: Tx, line: NewBankLine): void => {
    insertLine.run(tx, line)
  },
  ofHash: (reader: Reader, accountId: number, contentHash: string) => ofHash.first(reader, { accountId, contentHash }),
  isKnown: (reader: Reader, accountId: number, fingerprint: string): boolean =>
    hasFingerprint.first(reader, { accountId, fingerprint }) !== undefined,
  find: (reader: Reader, id: number) => find.first(reader, { id }),
  ofAccount: (reader: Reader, accountId: number) => ofAccount.all(reader, { accountId }),
  matchedCount: (reader: Reader, id: number): number => Number(matchedOf.first(reader, { id })?.count ?? 0),
  remove: (tx: Tx, id: number): void => {
    removeLines.run(tx, { id })
    remove.run(tx, { id })
  },
  profiles: (reader: Reader) => profiles.all(reader, {}),
  saveProfile: (tx: Tx, profile: { signature: string; name: string; mapping: string }): void => {
    saveProfile.run(tx, profile)
  },
}
