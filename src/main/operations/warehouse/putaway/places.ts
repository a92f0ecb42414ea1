import { refuse } from '../../../../shared/errors'
import { addDays, type BusinessDate } from '../../../../shared/values/date'
import { requireItem } from '../../../foundation/items'
import type { Reader, Tx } from '../../../kernel/db'
import { requireBinByScan, requireWarehouse } from '../layout/bins'
import { layoutStore, type Bin } from '../layout/layout-store'
import { placeStore } from './place-store'
import { PUTAWAY_RULES, type PutawayRule } from './putaway-rules'

/** Of so many days the picks say how fast goods are, and the putaways how good the rules. */
const LOOK_BACK_DAYS = 90
/** A house that has worked out classes once has them worked out again by itself. */
const CLASSES_LAST_DAYS = 30

export interface Climate {
  readonly temperature: '' | 'cool' | 'chilled' | 'frozen'
}

export function putawaySettings(reader: Reader, input: { warehouseId: number; today: BusinessDate }) {
  const { warehouseId, today } = input
  requireWarehouse(reader, warehouseId)
  const rules = placeStore.houseRules(reader, warehouseId)
  const since = addDays(today, 0 - LOOK_BACK_DAYS)
  const hits = new Map(placeStore.hits(reader, warehouseId, since).map((row) => [row.rule, row]))
  const inOrder = [...rules.order, ...PUTAWAY_RULES.filter((rule) => !rules.order.includes(rule))]
  const counts = new Map(placeStore.classCounts(reader, warehouseId).map((row) => [row.class, row.items]))
  return {
    rules: [...inOrder, 'overflow' as const].map((rule) => ({
      rule,
      isUsed: rule === 'overflow' || rules.order.includes(rule),
      proposed: hits.get(rule)?.proposed ?? 0,
      followed: hits.get(rule)?.followed ?? 0,
    })),
    otherReasons: placeStore.otherReasons(reader, warehouseId, since),
    heavyGrams: rules.heavyGrams,
    heavyLevel: rules.heavyLevel,
    crossDocks: rules.crossDocks,
    classifiedOn: rules.classifiedOn,
    nearMillimetres: rules.nearMillimetres,
    middleMillimetres: rules.middleMillimetres,
    classes: (['A', 'B', 'C'] as const).map((name) => ({ class: name, items: counts.get(name) ?? 0 })),
    zones: layoutStore.zones(reader, warehouseId).map(({ id, code, name, categories, temperature }) => ({
      id,
      code,
      name,
      categories: categories.split('\n').filter((category) => category !== ''),
      temperature: temperature as Climate['temperature'],
    })),
  }
}

export function savePutawaySettings(
  tx: Tx,
  input: {
    warehouseId: number
    rules: readonly PutawayRule[]
    heavyGrams: number | null
    heavyLevel: number
    crossDocks: boolean
  },
): { done: true } {
  const { warehouseId, rules, heavyGrams, heavyLevel, crossDocks } = input
  requireWarehouse(tx, warehouseId)
  placeStore.saveHouseRules(tx, warehouseId, { order: [...new Set(rules)], heavyGrams, heavyLevel, crossDocks })
  tx.announce({ kind: 'warehouse.putawayRulesSaved', id: warehouseId })
  return { done: true }
}

export function saveZone(
  tx: Tx,
  input: Climate & { zoneId: number; name: string; categories: readonly string[] },
): { done: true } {
  const { zoneId: id, name, categories, temperature } = input
  if (placeStore.saveZone(tx, { id, name, categories: categories.join('\n'), temperature }) === 0) {
    refuse('warehouse.zoneUnknown', {}, 'zoneId')
  }
  tx.announce({ kind: 'warehouse.zoneSaved', id })
  return { done: true }
}

/** Works out from the picks of the last 90 days which goods are fast, and how far from the depot they may lie. */
export function classifyItems(
  tx: Tx,
  input: { warehouseId: number; today: BusinessDate },
): { classes: { class: 'A' | 'B' | 'C'; items: number }[] } {
  const { warehouseId, today } = input
  requireWarehouse(tx, warehouseId)
  placeStore.classify(tx, warehouseId, today, addDays(today, 0 - LOOK_BACK_DAYS))
  tx.announce({ kind: 'warehouse.itemsClassified', id: warehouseId })
  return { classes: placeStore.classCounts(tx, warehouseId) }
}

/** Classes grow old; once a house uses them they are kept young without anybody's thinking of it. */
export function keepClassesYoung(tx: Tx, warehouseId: number, today: BusinessDate): void {
  const { classifiedOn } = placeStore.houseRules(tx, warehouseId)
  if (classifiedOn === null || addDays(classifiedOn, CLASSES_LAST_DAYS) > today) return
  placeStore.classify(tx, warehouseId, today, addDays(today, 0 - LOOK_BACK_DAYS))
}

export interface SaveItemPlace extends Climate {
  readonly warehouseId: number
  readonly itemId: number
  /** Empty: the item has no fixed bin. */
  readonly binCode: string
  readonly minimumMicro: number
  readonly maximumMicro: number
}

/** Where an item belongs: its climate everywhere, its fixed bin in this house. */
export function saveItemPlace(tx: Tx, input: SaveItemPlace): { done: true } {
  const { warehouseId, itemId, temperature, minimumMicro, maximumMicro } = input
  const item = requireItem(tx, itemId)
  if (item.kind !== 'stock') refuse('warehouse.notAStockItem', { item: item.code }, 'itemId')
  requireWarehouse(tx, warehouseId)
  placeStore.saveClimate(tx, itemId, temperature)
  const before = placeStore.faceOf(tx, warehouseId, itemId)
  if (input.binCode === '') {
    placeStore.removeFace(tx, warehouseId, itemId)
  } else {
    const bin = requireFaceBin(tx, input)
    if (maximumMicro <= 0 || minimumMicro > maximumMicro) refuse('warehouse.faceLimits', {}, 'maximumMicro')
    requireClimate(tx, bin, itemId, 'binCode')
    placeStore.saveFace(tx, { warehouseId, itemId, binId: bin.id, minimumMicro, maximumMicro })
    placeStore.setBinKind(tx, bin.id, 'pick-face')
  }
  const after = placeStore.faceOf(tx, warehouseId, itemId)
  // A bin that nobody's goods are picked from any more is a storage bin again.
  if (before !== undefined && before.binId !== after?.binId && placeStore.ownerOf(tx, before.binId) === undefined) {
    placeStore.setBinKind(tx, before.binId, 'storage')
  }
  tx.announce({ kind: 'warehouse.itemPlaceSaved', id: itemId })
  return { done: true }
}

function requireFaceBin(tx: Tx, input: SaveItemPlace): Bin {
  const bin = requireBinByScan(tx, input.binCode)
  if (bin.warehouse_id !== input.warehouseId) refuse('warehouse.binOfOtherWarehouse', { bin: bin.code }, 'binCode')
  if (bin.blocked === 1) refuse('warehouse.binBlocked', { bin: bin.code }, 'binCode')
  if (bin.kind !== 'storage' && bin.kind !== 'pick-face') {
    refuse('warehouse.binNotForStorage', { bin: bin.code }, 'binCode')
  }
  const owner = placeStore.ownerOf(tx, bin.id)
  if (owner !== undefined && owner.itemId !== input.itemId && bin.mixes_items === 0) {
    refuse('warehouse.faceTaken', { bin: bin.code, item: `${owner.code} ${owner.name}` }, 'binCode')
  }
  return bin
}

/** Refuses `warehouse.wrongClimate`: goods that need a climate never lie where it is not. */
export function requireClimate(reader: Reader, bin: Bin, itemId: number, field: string): void {
  const needed = placeStore.temperatureOf(reader, itemId)
  if (needed === '' || (bin.kind !== 'storage' && bin.kind !== 'pick-face')) return
  const zone = layoutStore.zones(reader, bin.warehouse_id).find((known) => known.id === bin.zone_id)
  if (zone?.temperature !== needed) {
    const item = requireItem(reader, itemId)
    refuse('warehouse.wrongClimate', { bin: bin.code, item: `${item.code} ${item.name}` }, field)
  }
}
