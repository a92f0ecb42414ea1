import { z } from 'zod'
import { code, costMicro, done, id, itemRef, listInput, listOf, name, priceMicro, scan } from './fields'
import { command, query } from './procedure'

const packFields = {
  unit: z.string().trim().min(1).max(20),
  /** how many base units are in it */
  baseQuantity: z.int().positive().max(1_000_000),
  barcodes: z.array(z.string().trim().min(3).max(48)).max(10),
}

const fields = {
  code,
  name,
  /** the name in the other language of the house */
  otherName: z.string().trim().max(200),
  kind: z.enum(['stock', 'service']),
  category: z.string().trim().max(60),
  baseUnit: z.string().trim().min(1).max(20),
  lotTracked: z.boolean(),
  shelfLifeDays: z.int().positive().max(20_000).nullable(),
  taxCode: z.string().min(1).max(20),
  salesPriceMicro: priceMicro,
  supplierId: id.nullable(),
  weightGrams: z.int().min(0),
  volumeMillilitres: z.int().min(0),
  /** each piece has a number of its own; such an item is kept by lot, a serial number is a lot of one */
  serialTracked: z.boolean().default(false),
  brand: z.string().trim().max(60).default(''),
}

const importFields = {
  fileName: z.string().trim().min(1).max(200),
  rows: z
    .array(z.array(z.string().max(1000)).max(50))
    .min(1)
    .max(200_001),
}

const pack = z.object({ id, ...packFields })

export const item = z.object({
  id,
  active: z.boolean(),
  ...fields,
  purchasePriceMicro: costMicro(),
  packs: z.array(pack),
})

export const items = {
  listItems: query(
    'items.read',
    { ...listInput, kind: z.enum(['stock', 'service', 'any']).default('any') },
    listOf(
      z.object({
        id,
        code: z.string(),
        name: z.string(),
        otherName: z.string(),
        kind: z.string(),
        category: z.string(),
        baseUnit: z.string(),
        lotTracked: z.boolean(),
        serialTracked: z.boolean(),
        brand: z.string(),
        taxCode: z.string(),
        salesPriceMicro: priceMicro,
        purchasePriceMicro: costMicro(),
        active: z.boolean(),
      }),
    ),
  ),
  getItem: query('items.read', { id }, item),
  /** The first pack is the base unit: baseQuantity 1. */
  addItem: command(
    'items.write',
    { ...fields, purchasePriceMicro: priceMicro, packs: z.array(z.strictObject(packFields)).min(1).max(10) },
    z.object({ id }),
  ),
  changeItem: command(
    'items.write',
    { id, ...fields, purchasePriceMicro: priceMicro, packs: z.array(z.strictObject(packFields)).min(1).max(10) },
    done,
  ),
  archiveItem: command('items.write', { id }, done),
  /** A table of items, dry: what it would do and what is wrong with it, by row and cell. */
  checkImport: query(
    'items.write',
    importFields,
    z.object({
      added: z.int(),
      changed: z.int(),
      same: z.int(),
      errors: z.array(z.object({ row: z.int(), column: z.string(), code: z.string(), value: z.string() })),
    }),
    { heavy: true },
  ),
  /** All rows or none, updated or inserted by code. The first row names the columns. */
  importItems: command('items.write', importFields, z.object({ id, added: z.int(), changed: z.int() })),
  /** Puts back every item that an import changed, as long as nobody has changed it since. */
  undoImport: command('items.write', { id }, done),
  listImports: query(
    'items.write',
    { ...listInput },
    listOf(
      z.object({
        id,
        fileName: z.string(),
        importedAt: z.string(),
        added: z.int(),
        changed: z.int(),
        undoneAt: z.string().nullable(),
      }),
    ),
  ),
  /** Items as rows of the table that an import reads; it tells purchase prices. */
  exportItems: query(
    'cost.see',
    { offset: z.int().min(0).default(0), limit: z.int().min(1).max(5000).default(1000) },
    z.object({ columns: z.array(z.string()), rows: z.array(z.array(z.string())), total: z.int() }),
    { heavy: true },
  ),
  /** What a scan means here: GS1 content, and the item and pack level that the code belongs to. */
  readScan: query(
    'items.read',
    { scan },
    z.object({
      item: itemRef.nullable(),
      packId: id.nullable(),
      /** base units in the scanned pack, micro */
      packQuantityMicro: z.int().nullable(),
      lotTracked: z.boolean(),
      /** then `lot` is the serial number of one piece */
      serialTracked: z.boolean(),
      shelfLifeDays: z.int().nullable(),
      lot: z.string().nullable(),
      serial: z.string().nullable(),
      expiresOn: z.string().nullable(),
      /** from AI 30/37 or a weight code, base units in micro */
      quantityMicro: z.int().nullable(),
      kind: z.string(),
    }),
  ),
}

export const search = {
  /** Ctrl+K: documents, items and partners whose number, name or pinyin initials match. */
  find: query(
    'signedIn',
    { text: z.string().trim().max(80), limit: z.int().min(1).max(50).default(20) },
    z.object({
      hits: z.array(z.object({ kind: z.string(), id, title: z.string(), subtitle: z.string() })),
    }),
  ),
}
