/** Goods that were scanned and of which something is still to be said: lot, expiry, quantity, pieces, in this order. */
import { likelyWeight, nominalPieces, type PieceTerms } from '../../../../../shared/values/catch-weight'
import { dateFromCode, readScan } from '../../../../../shared/values/barcodes'
import { parseDate } from '../../../../../shared/values/format-date'
import { formatQuantity } from '../../../../../shared/values/format'
import { itemText, type AnswerParams, type GoodsReading, type ItemOf } from './flow'

export interface GoodsDraft {
  readonly item: ItemOf
  readonly needsLot: boolean
  readonly needsExpiry: boolean
  /** Each piece by itself: the quantity is one, the lot its serial number. */
  readonly isSerial?: boolean
  readonly lotCode?: string
  readonly expiresOn?: string
  readonly quantityMicro?: number
  /** Counted in pieces and paid by weight: the quantity is the weight. */
  readonly terms?: PieceTerms
  readonly pieces?: number
  /** Base units in what was scanned; a quantity is asked in these. */
  readonly packMicro: number
  /** read from these RFID tags */
  readonly tags?: readonly string[]
}

const PIECE = 1_000_000

export type GoodsAsk = 'lot' | 'expiry' | 'quantity' | 'pieces' | 'nothing'

/** What the code says; nothing is asked that it told. */
export function draftOf(
  item: ItemOf,
  reading: GoodsReading,
  options: { readonly asksExpiry: boolean; readonly asksPieces?: boolean },
): GoodsDraft {
  const quantityMicro = reading.serialTracked === true ? PIECE : reading.quantityMicro
  const { catchWeight = null, pieces = null } = reading
  return {
    item,
    needsLot: reading.lotTracked,
    needsExpiry: reading.lotTracked && options.asksExpiry && reading.shelfLifeDays !== null,
    packMicro: reading.packQuantityMicro ?? PIECE,
    ...(reading.lotTracked && reading.lot !== null ? { lotCode: reading.lot } : {}),
    ...(reading.lotTracked && reading.expiresOn !== null ? { expiresOn: reading.expiresOn } : {}),
    ...(reading.serialTracked === true ? { isSerial: true } : {}),
    ...(quantityMicro === null ? {} : { quantityMicro }),
    ...(options.asksPieces === true && catchWeight !== null ? { terms: catchWeight } : {}),
    ...(pieces === null ? {} : { pieces }),
  }
}

export function asked(draft: GoodsDraft): GoodsAsk {
  if (draft.needsLot && draft.lotCode === undefined) return 'lot'
  if (draft.needsExpiry && draft.expiresOn === undefined) return 'expiry'
  if (draft.quantityMicro === undefined) return 'quantity'
  return draft.terms !== undefined && draft.quantityMicro > 0 && draft.pieces === undefined ? 'pieces' : 'nothing'
}

/** As many as the weight is nominally: what is asked with the weight known. */
export function likelyPieces({ terms, quantityMicro }: GoodsDraft): number {
  return terms === undefined || quantityMicro === undefined ? 0 : nominalPieces(terms, quantityMicro)
}

/** With its pieces; where so many can't weigh that, without its weight, to be weighed again, and why. */
export function withPieces(draft: GoodsDraft, pieces: number): { draft: GoodsDraft; doubt?: AnswerParams } {
  const { terms, quantityMicro = 0, ...rest } = draft
  if (terms === undefined) return { draft }
  const { lowest, highest } = likelyWeight(terms, pieces)
  if (quantityMicro >= lowest && quantityMicro <= highest) return { draft: { ...draft, pieces } }
  const text = (micro: number): string => formatQuantity(micro, { unit: draft.item.baseUnit })
  const bounds = { lowest: text(lowest), highest: text(highest) }
  const doubt = { item: itemText(draft.item), pieces, unit: terms.unit, weighed: text(quantityMicro), ...bounds }
  return { draft: { ...rest, terms }, doubt }
}

/** A scan where a lot is asked for: a label with the lot in it, or any code that is no item's. */
export function withScannedLot(draft: GoodsDraft, code: string): GoodsDraft | undefined {
  const reading = readScan(code, { isPart: true })
  if (!reading.ok) return withLot(draft, reading.code)
  const expiresOn = reading.expiry ?? reading.bestBefore
  const lotCode = draft.isSerial === true ? reading.serial : reading.lot
  if (lotCode !== undefined) {
    return { ...draft, lotCode, ...(expiresOn === undefined ? {} : { expiresOn }) }
  }
  return reading.gtin === undefined && reading.sscc === undefined ? withLot(draft, reading.code) : undefined
}

export function withLot(draft: GoodsDraft, text: string): GoodsDraft | undefined {
  const lotCode = text.trim()
  return lotCode === '' || lotCode.length > 40 ? undefined : { ...draft, lotCode }
}

/** A label scanned where the expiry is asked for. */
export function withScannedExpiry(draft: GoodsDraft, code: string): GoodsDraft | undefined {
  const reading = readScan(code, { isPart: true })
  const expiresOn = reading.ok ? (reading.expiry ?? reading.bestBefore) : undefined
  return expiresOn === undefined ? undefined : { ...draft, expiresOn }
}

/** As printed on goods (270331 is 31 March 2027) or as people write dates. */
export function withExpiry(draft: GoodsDraft, text: string, today: string): GoodsDraft | undefined {
  const plain = text.trim()
  const expiresOn = /^\d{6}$/.test(plain) ? dateFromCode(plain, today) : parseDate(plain, today)
  return expiresOn === undefined ? undefined : { ...draft, expiresOn }
}
