import { refuse } from '../../../shared/errors'
import { checkMask, readScan } from '../../../shared/values/barcodes'
import type { Reader, Tx } from '../../kernel/db'
import { itemOfScan } from './interpret-scan'
import { requireItem } from './item'
import { itemStore } from './item-store'
import { maskStore, type ScanMask } from './mask-store'

export function setMasks(tx: Tx, masks: readonly ScanMask[]): { done: true } {
  const seen = new Set<string>()
  for (const { mask } of masks) {
    const error = checkMask(mask)
    if (error !== undefined) refuse(error.code, error.params, 'masks')
    if (seen.has(mask)) refuse('items.maskTwice', { mask }, 'masks')
    seen.add(mask)
  }
  maskStore.replace(tx, masks)
  tx.announce({ kind: 'items.masksChanged', id: 0 })
  return { done: true }
}

interface Trial {
  readonly scan: string
  readonly masks: readonly string[]
}

/** What a scan would mean with these masks; says why not instead of refusing. */
export function tryScan(reader: Reader, { scan, masks }: Trial) {
  const isOwn = (code: string): boolean => itemStore.barcode(reader, code) !== undefined
  const reading = readScan(scan, { masks: isOwn(scan) ? [] : masks, isPart: true, isOwnCode: isOwn })
  if (!reading.ok) return { ok: false, kind: reading.kind, ais: [], facts: [], item: null, error: reading.error }
  const { weight, price, quantity, lot, expiry, item } = reading
  const decimal = ({ value, decimals }: { value: number; decimals: number }): string =>
    decimals === 0 ? String(value) : (value / 10 ** decimals).toFixed(decimals)
  const facts = [
    ...(item === undefined ? [] : [{ name: 'item', value: item }]),
    ...(weight === undefined ? [] : [{ name: 'weight', value: `${decimal(weight)} ${weight.unit}` }]),
    ...(price === undefined ? [] : [{ name: 'price', value: decimal(price) }]),
    ...(quantity === undefined ? [] : [{ name: 'quantity', value: String(quantity) }]),
    ...(lot === undefined ? [] : [{ name: 'lot', value: lot }]),
    ...(expiry === undefined ? [] : [{ name: 'expiry', value: expiry }]),
  ] as const
  const itemId = itemOfScan(reader, reading)?.itemId
  const known = itemId === undefined ? null : requireItem(reader, itemId)
  return {
    ok: true,
    kind: reading.kind,
    ais: reading.ais.map(([ai, value]) => ({ ai, value })),
    facts: [...facts],
    item: known && { id: known.id, code: known.code, name: known.name, baseUnit: known.baseUnit },
    error: null,
  }
}
