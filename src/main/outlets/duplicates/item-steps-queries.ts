import { itemAsEntered, requireItem } from '../../foundation/items'
import type { Reader } from '../../kernel/db'
import { openOfItem } from './open-documents-queries'
import type { Noun, Obstacle, Pair, Step } from './steps'

const PLACES = `
  SELECT b.warehouse_id AS warehouseId, b.lot_id AS lotId FROM v_inventory_balance b WHERE b.item_id = ?
  GROUP BY b.warehouse_id, b.lot_id ORDER BY b.warehouse_id, b.lot_id`
const HELD = 'SELECT l.code FROM v_warehouse_held_lot h JOIN v_inventory_lot l ON l.id = h.lot_id WHERE h.item_id = ?'
const NAMES =
  'SELECT partner_id AS partnerId, code, name FROM v_items_partner_code WHERE item_id = ? ORDER BY partner_id'
const SUBSTITUTES = 'SELECT substitute_id AS id FROM v_items_substitute WHERE item_id = ? ORDER BY rank'
const STANDS_IN = 'SELECT DISTINCT item_id AS id FROM v_items_substitute WHERE substitute_id = ? ORDER BY item_id'
const KITS = 'SELECT DISTINCT kit_id AS id FROM v_items_kit_part WHERE item_id = ? ORDER BY kit_id'
const PARTS = 'SELECT item_id AS itemId, quantity_micro AS quantityMicro FROM v_items_kit_part WHERE kit_id = ?'
const PRICES = `
  SELECT n.id, n.list_id AS listId, coalesce(k.unit, '') AS unit, n.minimum_micro AS minimumMicro,
    n.price_micro AS priceMicro
  FROM v_prices_list_line n LEFT JOIN v_items_pack k ON k.id = n.pack_id WHERE n.item_id = ? ORDER BY n.id`
const PACK = 'SELECT id FROM v_items_pack WHERE item_id = ? AND unit = ?'
const PROMOTIONS = `
  SELECT id, name, valid_from AS validFrom, valid_to AS validTo, channel_id AS channelId, class_id AS classId, category,
    minimum_micro AS minimumMicro, discount_micro AS discountMicro, price_micro AS priceMicro, is_alone AS isAlone,
    active FROM v_prices_promotion WHERE item_id = ? ORDER BY id`
const TERMS = `
  SELECT supplier_id AS supplierId, valid_from AS validFrom, price_micro AS priceMicro, lead_days AS leadDays,
    minimum_micro AS minimumMicro, multiple_micro AS multipleMicro, supplier_code AS supplierCode,
    is_preferred AS isPreferred FROM v_suppliers_price WHERE item_id = ? ORDER BY id`
const WORDS = 'SELECT customer_id AS customerId, text, pack_id AS packId FROM v_orders_nickname WHERE item_id = ?'
const UNIT = 'SELECT unit FROM v_items_pack WHERE id = ?'

function obstacles(reader: Reader, { fromId, intoId }: Pair): Obstacle[] {
  const from = requireItem(reader, fromId)
  const into = requireItem(reader, intoId)
  const params = { from: `${from.code} ${from.name}`, into: `${into.code} ${into.name}` }
  const found: Obstacle[] = []
  const add = (code: string, more: Record<string, string> = {}): void =>
    void found.push({ code: `duplicates.${code}`, params: { ...params, ...more } })
  if (fromId === intoId) add('sameOne')
  if (!from.active) add('archived', { which: from.name })
  if (!into.active) add('archived', { which: into.name })
  if (from.baseUnit !== into.baseUnit) add('otherUnit', { fromUnit: from.baseUnit, intoUnit: into.baseUnit })
  if (from.kind !== into.kind || from.isKit !== into.isKit) add('otherKind')
  if (from.lotTracked !== into.lotTracked || from.serialTracked !== into.serialTracked) add('otherTracking')
  const packs = new Map(itemAsEntered(reader, intoId).packs.map(({ unit, baseQuantity }) => [unit, baseQuantity]))
  for (const { unit, baseQuantity } of itemAsEntered(reader, fromId).packs) {
    if ((packs.get(unit) ?? baseQuantity) !== baseQuantity) add('otherPack', { unit })
  }
  for (const { code } of reader.all<{ code: string }>(HELD, [fromId])) add('heldLot', { lot: code })
  return found
}

const stockSteps = (reader: Reader, { fromId, intoId }: Pair, on: string): Step[] =>
  reader.all<{ warehouseId: number; lotId: number }>(PLACES, [fromId]).map((place) => ({
    what: 'stock',
    count: 1,
    give: { name: 'stock.renameGoods', input: { ...place, fromItemId: fromId, intoItemId: intoId, renamedOn: on } },
    back: (answer) => [{ name: 'stock.reverseConversion', input: { id: (answer as { id: number }).id } }],
  }))

/** Barcodes and packs: off the old one before they can be the other's. */
function packSteps(reader: Reader, { fromId, intoId }: Pair): Step[] {
  const from = itemAsEntered(reader, fromId)
  const into = itemAsEntered(reader, intoId)
  const barcodes = from.packs.flatMap((pack) => pack.barcodes)
  const bare = { ...from, packs: from.packs.map((pack) => ({ ...pack, barcodes: [] })) }
  const known = new Set(into.packs.map(({ unit }) => unit))
  const packs = [
    ...into.packs.map((pack) => {
      const same = from.packs.find(({ unit }) => unit === pack.unit)
      return { ...pack, barcodes: [...pack.barcodes, ...(same?.barcodes ?? [])] }
    }),
    ...from.packs.filter(({ unit }) => !known.has(unit)),
  ]
  const change = (id: number, input: object) => ({ name: 'items.changeItem', input: { id, ...input } })
  if (barcodes.length === 0 && packs.length === into.packs.length) return []
  return [
    { what: 'barcodes', count: barcodes.length, give: change(fromId, bare), back: () => [change(fromId, from)] },
    {
      what: 'packs',
      count: packs.length - into.packs.length,
      give: change(intoId, { ...into, packs }),
      // A pack that was added stays, because it may be in use by then; its barcodes go back.
      back: () => [change(intoId, into)],
    },
  ]
}

interface Name {
  readonly partnerId: number
  readonly code: string
  readonly name: string
}

function nameSteps(reader: Reader, { fromId, intoId }: Pair): Step[] {
  const from = reader.all<Name>(NAMES, [fromId])
  const into = reader.all<Name>(NAMES, [intoId])
  const moved = from.filter(({ partnerId }) => !into.some((name) => name.partnerId === partnerId))
  const set = (itemId: number, codes: readonly Name[]) => ({ name: 'items.setPartnerCodes', input: { itemId, codes } })
  if (from.length === 0) return []
  return [
    { what: 'names', count: 0, give: set(fromId, []), back: () => [set(fromId, from)] },
    { what: 'names', count: moved.length, give: set(intoId, [...into, ...moved]), back: () => [set(intoId, into)] },
  ]
}

/** Where the old one stands in for another, or is part of a kit, the one that stays does. */
function kinshipSteps(reader: Reader, { fromId, intoId }: Pair): Step[] {
  const listOf = (itemId: number) => reader.all<{ id: number }>(SUBSTITUTES, [itemId]).map(({ id }) => id)
  const set = (itemId: number, substituteIds: readonly number[]) => ({
    name: 'items.setSubstitutes',
    input: { itemId, substituteIds },
  })
  const change = (itemId: number, after: readonly number[]): Step => {
    const before = listOf(itemId)
    return { what: 'substitutes', count: 1, give: set(itemId, after), back: () => [set(itemId, before)] }
  }
  const others = reader.all<{ id: number }>(STANDS_IN, [fromId]).filter(({ id }) => id !== intoId)
  const own = [...new Set([...listOf(intoId), ...listOf(fromId)])].filter((id) => id !== fromId && id !== intoId)
  const isOwnNew = JSON.stringify(own) !== JSON.stringify(listOf(intoId))
  const kits = reader.all<{ id: number }>(KITS, [fromId]).map(({ id: kitId }): Step => {
    const parts = reader.all<{ itemId: number; quantityMicro: number }>(PARTS, [kitId])
    const sum = parts
      .filter(({ itemId }) => itemId === fromId || itemId === intoId)
      .reduce((total, part) => total + part.quantityMicro, 0)
    const rest = parts.filter(({ itemId }) => itemId !== fromId && itemId !== intoId)
    const put = (all: readonly object[]) => ({ name: 'items.setKitParts', input: { itemId: kitId, parts: all } })
    return {
      what: 'kits',
      count: 1,
      give: put([...rest, { itemId: intoId, quantityMicro: sum }]),
      back: () => [put(parts)],
    }
  })
  return [
    ...(isOwnNew ? [change(intoId, own)] : []),
    ...others.map(({ id }) => change(id, [...new Set(listOf(id).map((one) => (one === fromId ? intoId : one)))])),
    ...kits,
  ]
}

interface Price {
  readonly id: number
  readonly listId: number
  readonly unit: string
  readonly minimumMicro: number
  readonly priceMicro: number
}

/** A price that the other has already stays as it is: two are never right. The old one's own stay with it. */
function priceSteps(reader: Reader, { fromId, intoId }: Pair): Step[] {
  const keyOf = ({ listId, unit, minimumMicro }: Price): string => `${listId}/${unit}/${minimumMicro}`
  const known = new Set(reader.all<Price>(PRICES, [intoId]).map(keyOf))
  const lists = reader
    .all<Price>(PRICES, [fromId])
    .filter((price) => !known.has(keyOf(price)))
    .map((price): Step => {
      const { listId, unit, minimumMicro, priceMicro } = price
      const pack = () => (unit === '' ? null : (reader.first<{ id: number }>(PACK, [intoId, unit])?.id ?? null))
      const line = () => ({ itemId: intoId, packId: pack(), minimumMicro, priceMicro })
      const lineIds = () =>
        reader
          .all<Price>(PRICES, [intoId])
          .filter((one) => keyOf(one) === keyOf(price))
          .map(({ id }) => id)
      return {
        what: 'prices',
        count: 1,
        get give() {
          return { name: 'prices.setPrices', input: { listId, lines: [line()] } }
        },
        back: () => [{ name: 'prices.removePrices', input: { listId, lineIds: lineIds() } }],
      }
    })
  const promotions = reader
    .all<{ id: number; isAlone: number; active: number }>(PROMOTIONS, [fromId])
    .map(({ isAlone, active, ...promotion }): Step => {
      const save = (itemId: number) => ({
        name: 'prices.savePromotion',
        input: { ...promotion, itemId, isAlone: isAlone === 1, active: active === 1 },
      })
      return { what: 'prices', count: 1, give: save(intoId), back: () => [save(fromId)] }
    })
  return [...lists, ...promotions]
}

interface Term {
  readonly supplierId: number
  readonly validFrom: string
  readonly isPreferred: number
}

function termSteps(reader: Reader, { fromId, intoId }: Pair): Step[] {
  const known = reader.all<Term>(TERMS, [intoId])
  return reader
    .all<Term>(TERMS, [fromId])
    .filter((term) => !known.some((one) => one.supplierId === term.supplierId && one.validFrom === term.validFrom))
    .map(({ isPreferred: _own, ...term }): Step => ({
      what: 'supplierPrices',
      count: 1,
      // Who is preferred stays as the item that stays has it.
      give: { name: 'suppliers.saveTerm', input: { ...term, itemId: intoId } },
      back: (answer) => [{ name: 'suppliers.removeTerm', input: { id: (answer as { id: number }).id } }],
    }))
}

/** What customers write now means the other. */
function wordSteps(reader: Reader, { fromId, intoId }: Pair): Step[] {
  return reader
    .all<{ customerId: number; text: string; packId: number | null }>(WORDS, [fromId])
    .map(({ customerId, text, packId }): Step => {
      const unit = packId === null ? undefined : reader.first<{ unit: string }>(UNIT, [packId])?.unit
      const pack = () => (unit === undefined ? null : (reader.first<{ id: number }>(PACK, [intoId, unit])?.id ?? null))
      const teach = (itemId: number, meant: number | null) => ({
        name: 'orders.teachWord',
        input: { customerId, text, itemId, packId: meant },
      })
      return {
        what: 'words',
        count: 1,
        get give() {
          return teach(intoId, pack())
        },
        back: () => [teach(fromId, packId)],
      }
    })
}

export const itemNoun: Noun = {
  ref: (reader, id) => {
    const { code, name } = requireItem(reader, id)
    return { id, code, name }
  },
  obstacles,
  open: openOfItem,
  enteredAs: itemAsEntered,
  steps: (reader, pair, on) => [
    ...stockSteps(reader, pair, on),
    ...packSteps(reader, pair),
    ...nameSteps(reader, pair),
    ...kinshipSteps(reader, pair),
    ...priceSteps(reader, pair),
    ...termSteps(reader, pair),
    ...wordSteps(reader, pair),
    {
      what: 'archive',
      count: 1,
      give: { name: 'items.archiveItem', input: { id: pair.fromId, mergedInto: pair.intoId } },
      back: () => [{ name: 'items.restoreItem', input: { id: pair.fromId } }],
    },
  ],
}
