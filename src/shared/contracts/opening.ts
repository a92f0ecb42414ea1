import { z } from 'zod'
import { amountMinor, date, documentAnswer, done, id, note } from './fields'
import { command, query } from './procedure'

const part = z.enum(['trial-balance', 'open-items', 'stock', 'assets'])
const state = z.enum(['posted', 'reversed'])
const head = {
  id,
  number: z.string(),
  state,
  opensOn: date,
  postedAt: z.string(),
  undoneAt: z.string().nullable(),
}

/** Opening balances: tables are kept here while they are corrected, checked as a whole, and posted as a whole. */
export const opening = {
  /** Whether anything stands in the books yet. */
  state: query('accounting.read', {}, z.object({ areBooksEmpty: z.boolean() })),
  /** Keeps a table as it was read, with its titles wherever they stand; one of each part. */
  putTable: command(
    'accounting.post',
    {
      part,
      fileName: z.string().trim().min(1).max(200),
      rows: z
        .array(z.array(z.string().max(1000)).max(200))
        .min(1)
        .max(50_000),
    },
    done,
  ),
  dropTable: command('accounting.post', { part }, done),
  /** Says where an account of the old books goes; null: back to what is proposed. */
  mapAccount: command(
    'accounting.post',
    { code: z.string().trim().min(1).max(60), accountCode: z.string().min(1).max(40).nullable() },
    done,
  ),
  /** What posting would do, and everything that stands in its way. */
  check: query(
    'accounting.post',
    {},
    z.object({
      opensOn: date,
      posted: z.object({ id, number: z.string() }).nullable(),
      isFirstMonthClosed: z.boolean(),
      isReady: z.boolean(),
      tables: z.array(z.object({ part, fileName: z.string(), rows: z.int() })),
      family: z.enum(['cn-sbe', 'cn-cas', 'cn-old', 'generic']).nullable(),
      accounts: z.array(
        z.object({
          row: z.int(),
          code: z.string(),
          name: z.string(),
          debitMinor: amountMinor,
          creditMinor: amountMinor,
          accountCode: z.string().nullable(),
          accountName: z.string(),
          by: z.enum(['chosen', 'code', 'family', 'name', 'none']),
        }),
      ),
      parity: z.array(
        z.object({
          key: z.string(),
          accountCode: z.string(),
          accountName: z.string(),
          balanceMinor: amountMinor,
          listedMinor: amountMinor,
        }),
      ),
      newPartners: z.int(),
      newCategories: z.array(z.string()),
      errorCount: z.int(),
      errors: z.array(z.object({ part, row: z.int(), column: z.string(), code: z.string(), value: z.string() })),
    }),
    { heavy: true },
  ),
  /** Posts all of it in one transaction, on the day before the books begin. */
  post: command('accounting.post', {}, documentAnswer),
  /** Takes it back, until the first month is closed and as long as nothing stands on it. */
  undo: command('documents.reverse', { id, reason: note }, documentAnswer),
  listOpenings: query('accounting.read', {}, z.object({ rows: z.array(z.object(head)) })),
  /** The parity report: the trial balance as it was read against the ledger, the lists against their accounts. */
  getOpening: query(
    'accounting.read',
    { id },
    z.object({
      ...head,
      rows: z.array(
        z.object({
          accountCode: z.string(),
          accountName: z.string(),
          importedMinor: amountMinor,
          ledgerMinor: amountMinor,
        }),
      ),
      lists: z.array(z.object({ key: z.string(), accountMinor: amountMinor, listedMinor: amountMinor })),
      lines: z.array(
        z.object({
          row: z.int(),
          code: z.string(),
          name: z.string(),
          debitMinor: amountMinor,
          creditMinor: amountMinor,
          accountCode: z.string(),
        }),
      ),
    }),
    { heavy: true },
  ),
}
