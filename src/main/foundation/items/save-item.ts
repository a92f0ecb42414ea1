import type { z } from 'zod'
import type { contract } from '../../../shared/contracts'
import { refuse } from '../../../shared/errors'
import type { Tx } from '../../kernel/db'
import { requireSupplier } from '../parties'
import { forget, index } from '../search'
import { askTrackingGuards } from './elsewhere'
import { toItem } from './item'
import { kinshipStore } from './kinship-store'
import { itemStore, type ItemFields } from './item-store'

export type Input = Omit<
  z.output<NonNullable<(typeof contract.items.addItem)['~orpc']['inputSchema']>>,
  'idempotencyKey'
>

export function addItem(tx: Tx, input: Input): number {
  requireSound(tx, input)
  const id = itemStore.insert(tx, toFields(input))
  for (const pack of input.packs) {
    const packId = itemStore.insertPack(tx, id, pack.unit, pack.baseQuantity)
    addBarcodes(tx, id, packId, pack.barcodes)
  }
  makeFindable(tx, id, input)
  tx.announce({ kind: 'items.itemAdded', id })
  return id
}

export function changeItem(tx: Tx, id: number, input: Input): void {
  const before = itemStore.byId(tx, id)
  if (before === undefined) refuse('items.itemUnknown')
  requireSound(tx, input, id)
  if (before.base_unit !== input.baseUnit) refuse('items.baseUnitFixed', { unit: before.base_unit }, 'baseUnit')
  if ((before.is_kit === 1) !== input.isKit) refuse('items.kindFixed', {}, 'isKit')
  if (before.kind !== input.kind) refuse('items.kindFixed', {}, 'kind')
  const fields = toFields(input)
  if (before.lot_tracked !== fields.lot_tracked || before.serial_tracked !== fields.serial_tracked) {
    askTrackingGuards(tx, toItem(before))
  }
  itemStore.update(tx, id, fields)
  // Packs are kept by their unit: documents refer to them.
  const packs = itemStore.packsOf(tx, id)
  itemStore.deleteBarcodes(tx, id)
  for (const pack of input.packs) {
    const same = packs.find((row) => row.unit === pack.unit)
    if (same !== undefined && same.base_quantity !== pack.baseQuantity) {
      refuse('items.packRatioFixed', { unit: pack.unit, quantity: same.base_quantity }, 'packs')
    }
    const packId = same?.id ?? itemStore.insertPack(tx, id, pack.unit, pack.baseQuantity)
    addBarcodes(tx, id, packId, pack.barcodes)
  }
  makeFindable(tx, id, input)
  tx.announce({ kind: 'items.itemChanged', id })
}

/** Out of lists, entry and search. Documents keep it; one that was entered twice points to the one that stays. */
export function archiveItem(tx: Tx, id: number, mergedInto: number | null): { done: true } {
  if (mergedInto === id) refuse('items.mergedIntoItself', {}, 'mergedInto')
  if (mergedInto !== null && itemStore.byId(tx, mergedInto)?.active !== 1) refuse('items.itemUnknown', {}, 'mergedInto')
  if (itemStore.archive(tx, id, mergedInto).changes === 0) refuse('items.itemUnknown')
  forget(tx, 'items.item', id)
  if (mergedInto !== null) makeItemFindable(tx, mergedInto)
  tx.announce({ kind: 'items.itemArchived', id })
  return { done: true }
}

export function restoreItem(tx: Tx, id: number): { done: true } {
  const row = itemStore.byId(tx, id) ?? refuse('items.itemUnknown')
  itemStore.restore(tx, id)
  makeItemFindable(tx, id)
  if (row.merged_into !== null) makeItemFindable(tx, row.merged_into)
  tx.announce({ kind: 'items.itemChanged', id })
  return { done: true }
}

function requireSound(tx: Tx, input: Input, ownId?: number): void {
  const same = itemStore.byCode(tx, input.code)
  if (same !== undefined && same.id !== ownId) refuse('items.codeTaken', { code: input.code, name: same.name }, 'code')
  const [base, ...others] = input.packs
  if (base?.baseQuantity !== 1 || base.unit !== input.baseUnit)
    refuse('items.firstPackIsBase', { unit: input.baseUnit }, 'packs')
  if (others.some((pack) => pack.baseQuantity === 1)) refuse('items.packRatioOne', {}, 'packs')
  const units = new Set(input.packs.map((pack) => pack.unit))
  if (units.size !== input.packs.length) refuse('items.packUnitTwice', {}, 'packs')
  if (input.shelfLifeDays !== null && !input.lotTracked) refuse('items.shelfLifeNeedsLots', {}, 'lotTracked')
  if (input.isKit && input.kind !== 'service') refuse('items.kitHasNoStock', {}, 'isKit')
  if (input.serialTracked && !input.lotTracked) refuse('items.serialNeedsLots', {}, 'serialTracked')
  if (input.supplierId !== null) requireSupplier(tx, input.supplierId)
}

function addBarcodes(tx: Tx, itemId: number, packId: number, barcodes: readonly string[]): void {
  for (const code of barcodes) {
    const taken = itemStore.barcode(tx, code)
    if (taken !== undefined) {
      const owner = itemStore.byId(tx, taken.item_id)
      refuse('items.barcodeTaken', { barcode: code, item: owner?.name ?? '' }, 'packs')
    }
    itemStore.insertBarcode(tx, code, itemId, packId)
  }
}

/** Makes an item findable anew, after something beside its own fields has changed. */
export function makeItemFindable(tx: Tx, id: number): void {
  const row = itemStore.byId(tx, id)
  if (row === undefined || row.active === 0) return
  const barcodes = itemStore.barcodesOf(tx, id).map(({ barcode }) => barcode)
  makeFindable(tx, id, { ...toItem(row), packs: [{ unit: row.base_unit, baseQuantity: 1, barcodes }] })
}

type Findable = Pick<Input, 'code' | 'name' | 'otherName' | 'category' | 'brand' | 'packs'>

function makeFindable(tx: Tx, id: number, input: Findable): void {
  const partners = kinshipStore.codesOfItem(tx, id).flatMap(({ code, name }) => [code, name])
  index(tx, {
    kind: 'items.item',
    id,
    title: input.name,
    subtitle: input.code,
    words: [
      input.otherName,
      input.category,
      input.brand,
      ...itemStore.mergedCodes(tx, id),
      ...partners,
      ...input.packs.flatMap((pack) => pack.barcodes),
    ],
  })
}

function toFields(input: Input): ItemFields {
  return {
    code: input.code,
    name: input.name,
    other_name: input.otherName,
    kind: input.kind,
    category: input.category,
    base_unit: input.baseUnit,
    lot_tracked: input.lotTracked ? 1 : 0,
    shelf_life_days: input.shelfLifeDays,
    tax_code: input.taxCode,
    sales_price_micro: input.salesPriceMicro,
    purchase_price_micro: input.purchasePriceMicro,
    supplier_id: input.supplierId,
    weight_grams: input.weightGrams,
    volume_millilitres: input.volumeMillilitres,
    serial_tracked: input.serialTracked ? 1 : 0,
    brand: input.brand,
    is_kit: input.isKit ? 1 : 0,
  }
}
