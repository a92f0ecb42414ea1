import { z } from 'zod'
import { done, id, listInput, listOf } from './fields'
import { command, query } from './procedure'

/** Master data that comes and goes as tables. Items and bins have tables of their own. */
export const IMPORT_KINDS = [
  'partners',
  'channels',
  'classes',
  'customerTerms',
  'barcodes',
  'priceLists',
  'prices',
  'promotions',
  'supplierPrices',
  'partnerCodes',
  'substitutes',
  'kits',
  'catchWeights',
  'zones',
  'cartons',
  'accounts',
  'rates',
  'dimensions',
] as const
const kind = z.enum(IMPORT_KINDS)

const loadAnswer = z.object({
  /** null where nothing was kept: a trial, or a table with errors */
  id: id.nullable(),
  added: z.int(),
  changed: z.int(),
  same: z.int(),
  /** what is wrong, by the row of the file and the column; each is a refusal with its words */
  errors: z.array(
    z.object({
      row: z.int(),
      column: z.string(),
      value: z.string(),
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
})

export const imports = {
  /** The columns of each table, by the names that the engine and both languages give them. */
  listKinds: query(
    'signedIn',
    {},
    z.object({
      rows: z.array(
        z.object({
          kind,
          columns: z.array(z.object({ name: z.string(), isKey: z.boolean(), isNeeded: z.boolean() })),
        }),
      ),
    }),
  ),
  /**
   * Reads a table in: rows are added or changed by their key, all or none. As a trial everything is done and taken back,
   * so that what it answers is what would happen. The first row names the columns.
   */
  loadTable: command(
    'signedIn',
    {
      kind,
      fileName: z.string().trim().min(1).max(200),
      rows: z
        .array(z.array(z.string().max(1000)).max(50))
        .min(1)
        .max(200_001),
      isTrial: z.boolean(),
    },
    loadAnswer,
  ),
  /** Puts back every row that an import wrote, as long as nobody has changed it since. */
  undoLoad: command('signedIn', { id }, done),
  listLoads: query(
    'signedIn',
    { ...listInput, kind: kind.optional() },
    listOf(
      z.object({
        id,
        kind,
        fileName: z.string(),
        runAt: z.string(),
        runBy: z.string(),
        added: z.int(),
        changed: z.int(),
        undoneAt: z.string().nullable(),
      }),
    ),
  ),
  /** The rows of a kind as `loadTable` reads them. */
  exportTable: query(
    'data.export',
    { kind, offset: z.int().min(0).default(0), limit: z.int().min(1).max(5000).default(1000) },
    z.object({ columns: z.array(z.string()), rows: z.array(z.array(z.string())), total: z.int() }),
    { heavy: true, leaves: true },
  ),
}
