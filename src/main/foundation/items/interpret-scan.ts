import { refuse } from '../../../shared/errors'
import { readScan, type ScanRead } from '../../../shared/values/barcodes'
import { MICRO } from '../../../shared/values/integers'
import type { Reader } from '../../kernel/db'
import { catchWeightOf } from './catch-weight'
import { findPiece } from './elsewhere'
import { requireItem } from './item'
import { itemOfPartnerCode } from './kinship'
import { itemStore } from './item-store'
import { maskStore } from './mask-store'

export interface ScanReading {
  readonly itemId: number | null
  readonly packId: number | null
  /** base units in the scanned pack, micro */
  readonly packQuantityMicro: number | null
  /** The serial number where the item is kept by serial. */
  readonly lot: string | null
  readonly serial: string | null
  /** use-by date, else best before */
  readonly expiresOn: string | null
  /** base units, micro, where the code tells how many */
  readonly quantityMicro: number | null
  /** Of goods that are counted and weighed: how many pieces the weight on the label is for. */
  readonly pieces: number | null
  /** what the label asks for all of it, tax included */
  readonly marked: {
    readonly amountMicro: number
    readonly currency: string | null
    readonly isWeighed: boolean
  } | null
  readonly kind: string
}

interface Pack {
  readonly itemId: number
  readonly packId: number | null
  readonly baseQuantity: number
  /** Where the code was the serial number of a piece itself. */
  readonly lotCode?: string
  readonly isSerial?: boolean
}

/**
 * What a scan means to this company: the item and pack it belongs to, and what GS1 content says. An unknown code gives
 * itemId null; a code that breaks its standard (wrong check digit, impossible date) is refused by its reason.
 */
export function interpretScan(reader: Reader, scan: string, partnerId?: number): ScanReading {
  const isOwnCode = (code: string): boolean =>
    itemStore.barcode(reader, code) !== undefined ||
    findPiece(reader, code) !== undefined ||
    (partnerId !== undefined && itemOfPartnerCode(reader, partnerId, code) !== undefined)
  // A code on the company's own list is that item, whatever else it could mean. What a code lacks (a lot without its
  // GTIN) may stand in another one on the same thing.
  const masks = isOwnCode(scan.trim().replace(/^\][A-Z]\d/i, '')) ? [] : maskStore.all(reader).map(({ mask }) => mask)
  const reading = readScan(scan, { isOwnCode, masks, isPart: true })
  if (!reading.ok) return refuse(reading.error.code, reading.error.params, 'scan')
  const pack = itemOfScan(reader, reading, partnerId)
  // AI 37 counts the trade items in a carton or pallet, AI 30 the pieces of a variable item.
  const count = reading.quantity
  const weightMicro = weighedMicro(reader, reading, pack)
  const isPieces = weightMicro !== null && pack !== undefined && catchWeightOf(reader, pack.itemId) !== undefined
  return {
    itemId: pack?.itemId ?? null,
    packId: pack?.packId ?? null,
    packQuantityMicro: pack === undefined ? null : pack.baseQuantity * MICRO,
    lot: pack?.lotCode ?? (pack?.isSerial === true ? reading.serial : reading.lot) ?? null,
    serial: reading.serial ?? null,
    expiresOn: reading.expiry ?? reading.bestBefore ?? null,
    quantityMicro: count === undefined || isPieces ? weightMicro : count * (pack?.baseQuantity ?? 1) * MICRO,
    pieces: isPieces ? (count ?? 1) : null,
    marked: markedPrice(reader, reading, pack),
    kind: reading.kind,
  }
}

/** Micro-units in a kilogram of what is counted by weight. */
const MICRO_A_KILOGRAM: Readonly<Record<string, number>> = {
  kg: MICRO,
  千克: MICRO,
  公斤: MICRO,
  g: 1000 * MICRO,
  克: 1000 * MICRO,
  斤: 2 * MICRO,
  市斤: 2 * MICRO,
}

/** A weight in the code is the quantity where the item is counted by weight. */
function weighedMicro(reader: Reader, { weight }: ScanRead, pack: Pack | undefined): number | null {
  if (weight?.unit !== 'kg' || pack === undefined) return null
  const perKilogram = MICRO_A_KILOGRAM[requireItem(reader, pack.itemId).baseUnit.toLowerCase()]
  // Exact: a weight has six decimals at most.
  return perKilogram === undefined ? null : weight.value * (perKilogram / 10 ** weight.decimals)
}

/** A price with more decimals than a price can have here is none. */
function markedPrice(reader: Reader, { price }: ScanRead, pack: Pack | undefined): ScanReading['marked'] {
  if (price === undefined || pack === undefined || price.decimals > 6) return null
  const amountMicro = price.value * 10 ** (6 - price.decimals)
  if (!Number.isSafeInteger(amountMicro)) return null
  const isWeighed = requireItem(reader, pack.itemId).baseUnit.toLowerCase() in MICRO_A_KILOGRAM
  return { amountMicro, currency: ('currency' in price && price.currency) || null, isWeighed }
}

/** The number that the shop gave to the item is its code or on its list of barcodes, with or without zeros in front. */
function inStoreItem(reader: Reader, digits: string): Pack | undefined {
  for (const number of new Set([digits, digits.replace(/^0+(?=.)/, '')])) {
    const row = itemStore.barcode(reader, number)
    if (row !== undefined) return { itemId: row.item_id, packId: row.pack_id, baseQuantity: row.base_quantity }
    const item = itemStore.byCode(reader, number)
    if (item !== undefined) return { itemId: item.id, packId: null, baseQuantity: 1 }
  }
  return undefined
}

export function itemOfScan(reader: Reader, reading: ScanRead, partnerId?: number): Pack | undefined {
  if (reading.item !== undefined) return inStoreItem(reader, reading.item)
  const gtin = reading.gtin ?? reading.contentGtin
  const codes = gtin === undefined ? [reading.code] : [reading.code, ...shorterForms(gtin)]
  for (const code of codes) {
    const row = itemStore.barcode(reader, code)
    if (row === undefined) continue
    const { item_id: itemId, pack_id: packId, base_quantity: baseQuantity, serial_tracked: serial } = row
    return { itemId, packId, baseQuantity, isSerial: serial === 1 }
  }
  const item = itemStore.byCode(reader, reading.code)
  if (item !== undefined) return { itemId: item.id, packId: null, baseQuantity: 1, isSerial: item.serial_tracked === 1 }
  const theirs = partnerId === undefined ? undefined : itemOfPartnerCode(reader, partnerId, reading.code)
  if (theirs !== undefined) {
    return { itemId: theirs, packId: null, baseQuantity: 1, isSerial: requireItem(reader, theirs).serialTracked }
  }
  const piece = findPiece(reader, reading.code)
  return piece === undefined ? undefined : { ...piece, packId: null, baseQuantity: 1 }
}

/** A GTIN is one number however many zeros stand in front: the company may keep it with 14, 13, 12 or 8 digits. */
function shorterForms(gtin: string): string[] {
  return [14, 13, 12, 8]
    .filter((length) => /^0*$/.test(gtin.slice(0, 14 - length)))
    .map((length) => gtin.slice(14 - length))
}
