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
