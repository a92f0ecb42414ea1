import { z } from 'zod'
import {
  code,
  costMicro,
  done,
  id,
  itemRef,
  listInput,
  listOf,
  name,
  partnerRef,
  positiveQuantityMicro,
  priceMicro,
  quantityMicro,
  scan,
} from './fields'
import { IMAGE_LIMITS } from '../values/image-limits'
import { itemFamilies } from './item-families'
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
  /** sold as one, kept as its parts; its kind is service, because it has no stock of its own */
  isKit: z.boolean().default(false),
}

const catchWeight = {
  /** what a piece is called */
  unit: z.string().trim().min(1).max(20),
  /** what one weighs about, in base units */
  nominalMicro: positiveQuantityMicro,
  tolerancePercent: z.int().min(1).max(90),
}

const importFields = {
  fileName: z.string().trim().min(1).max(200),
  rows: z
    .array(z.array(z.string().max(1000)).max(50))
    .min(1)
    .max(200_001),
}

/** Room for a little more than is allowed, so that what is too large is refused by its reason. */
const base64 = (bytes: number): z.ZodString =>
  z
    .string()
    .min(1)
    .max(bytes * 2)
    .regex(/^[A-Za-z0-9+/]+=*$/)

const pack = z.object({ id, ...packFields })

export const item = z.object({
  id,
  active: z.boolean(),
  ...fields,
  purchasePriceMicro: costMicro(),
  packs: z.array(pack),
})

const { code: _code, name: _name, otherName: _otherName, kind: _kind, isKit: _isKit, ...common } = fields

const scanMask = z.strictObject({ mask: z.string().trim().min(1).max(80), note: z.string().trim().max(60).default('') })

export const items = {
  ...itemFamilies({ ...common, purchasePriceMicro: priceMicro }),
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
        isKit: z.boolean(),
        taxCode: z.string(),
        salesPriceMicro: priceMicro,
        purchasePriceMicro: costMicro(),
        active: z.boolean(),
      }),
    ),
  ),
  /** Items as one types: by code, barcode, words of the name, Chinese characters or initials of the pinyin. */
  findItems: query(
    'items.read',
    { text: z.string().trim().max(100), limit: z.int().min(1).max(50).default(12) },
    z.object({ rows: z.array(itemRef) }),
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
  /** Out of lists and entry; where it was entered twice, with the one that stays. */
  archiveItem: command('items.write', { id, mergedInto: id.optional() }, done),
  restoreItem: command('items.write', { id }, done),
  /** What may be given instead, the best first. */
  listSubstitutes: query('items.read', { itemId: id }, z.object({ rows: z.array(itemRef) })),
  setSubstitutes: command('items.write', { itemId: id, substituteIds: z.array(id).max(20) }, done),
  /** Pictures: the first is what lists, entry and the station show. Sent as base64, made small before. */
  listImages: query(
    'items.read',
    { itemId: id },
    z.object({ rows: z.array(z.object({ id, thumbnailUrl: z.string() })) }),
  ),
  getImage: query('items.read', { id }, z.object({ url: z.string() })),
  thumbnails: query(
    'items.read',
    { itemIds: z.array(id).max(500) },
    z.object({ rows: z.array(z.object({ itemId: id, url: z.string() })) }),
  ),
  addImage: command(
    'items.write',
    { itemId: id, picture: base64(IMAGE_LIMITS.pictureBytes), thumbnail: base64(IMAGE_LIMITS.thumbnailBytes) },
    z.object({ id }),
  ),
  removeImage: command('items.write', { id }, done),
  /** Goods that are counted in pieces and paid by weight; all of them, for whoever shows a quantity. */
  listCatchWeights: query('items.read', {}, z.object({ rows: z.array(z.object({ itemId: id, ...catchWeight })) })),
  /** Without terms: kept by its base unit alone. */
  setCatchWeight: command('items.write', { itemId: id, terms: z.strictObject(catchWeight).nullable() }, done),
  /** What one of a kit is made of, in base units of the parts. */
  listKitParts: query(
    'items.read',
    { itemId: id },
    z.object({ rows: z.array(z.object({ item: itemRef, quantityMicro })) }),
  ),
  setKitParts: command(
    'items.write',
    {
      itemId: id,
      parts: z.array(z.strictObject({ itemId: id, quantityMicro: positiveQuantityMicro })).max(100),
    },
    done,
  ),
  /** What customers and suppliers call it. */
  listPartnerCodes: query(
    'items.read',
    { itemId: id },
    z.object({ rows: z.array(z.object({ partner: partnerRef, code: z.string(), name: z.string() })) }),
  ),
  setPartnerCodes: command(
    'items.write',
    {
      itemId: id,
      codes: z
        .array(z.strictObject({ partnerId: id, code: z.string().trim().max(40), name: z.string().trim().max(200) }))
        .max(500),
    },
    done,
  ),
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
    { heavy: true, leaves: true },
  ),
  /** Layouts of EAN-13 codes with item and weight or price inside: `21{item:5}{weightGrams:5}`; the first that fits. */
  listMasks: query('items.read', {}, z.object({ rows: z.array(scanMask) })),
  /** All of them, in their order. */
  setMasks: command('items.write', { masks: z.array(scanMask).max(20) }, done),
  /** What a scan would mean with these masks, for the page that sets them. */
  tryScan: query(
    'items.read',
    { scan, masks: z.array(z.string().max(80)).max(20) },
    z.object({
      ok: z.boolean(),
      kind: z.string(),
      ais: z.array(z.object({ ai: z.string(), value: z.string() })),
      facts: z.array(z.object({ name: z.string(), value: z.string() })),
      item: itemRef.nullable(),
      error: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
    }),
  ),
  /** What a scan means here: GS1 content, and the item and pack level that the code belongs to. */
  readScan: query(
    'items.read',
    /** with a partner, a code of theirs is understood too */
    { scan, partnerId: id.optional() },
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
      catchWeight: z.object(catchWeight).nullable(),
      /** of goods that are counted and weighed: how many pieces weigh that */
      pieces: z.int().nullable(),
      /** Where the label bears its price (in-store code by mask, AI 392n/393n): for all of it, tax included. */
      marked: z
        .object({
          amountMicro: z.int(),
          /** null: that of the shop */
          currency: z.string().nullable(),
          isWeighed: z.boolean(),
        })
        .nullable(),
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
