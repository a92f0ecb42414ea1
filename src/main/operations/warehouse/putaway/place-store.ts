import type { Reader, Tx } from '../../../kernel/db'
import type { PutawayRule } from './putaway-rules'

export interface HouseRules {
  readonly order: readonly PutawayRule[]
  readonly heavyGrams: number | null
  readonly heavyLevel: number
  readonly classifiedOn: string | null
  readonly nearMillimetres: number
  readonly middleMillimetres: number
  /** What arrives goes to waiting orders first. */
  readonly crossDocks: boolean
}

const HOUSE = `
  SELECT putaway_rules AS rules, heavy_grams AS heavyGrams, heavy_level AS heavyLevel, classified_on AS classifiedOn,
    near_millimetres AS nearMillimetres, middle_millimetres AS middleMillimetres,
    cross_docks AS crossDocks
  FROM warehouse_warehouse WHERE id = ?`
const SAVE_HOUSE = `
  UPDATE warehouse_warehouse SET putaway_rules = ?2, heavy_grams = ?3, heavy_level = ?4, cross_docks = ?5
  WHERE id = ?1`

const TEMPERATURE = 'SELECT temperature FROM warehouse_item_climate WHERE item_id = ?'
const CLASS = 'SELECT class FROM warehouse_velocity WHERE warehouse_id = ? AND item_id = ?'

const CLEAR_CLASSES = 'DELETE FROM warehouse_velocity WHERE warehouse_id = ?'
/** Items that make the first 80 % of the picks are A, the next 15 % B. */
const CLASSIFY = `
  INSERT INTO warehouse_velocity (warehouse_id, item_id, class, picks)
  SELECT ?1, item_id,
    CASE WHEN before * 100 < total * 80 THEN 'A' WHEN before * 100 < total * 95 THEN 'B' ELSE 'C' END, picks
  FROM (
    SELECT item_id, picks, sum(picks) OVER (ORDER BY picks DESC, item_id) - picks AS before, sum(picks) OVER () AS total
    FROM (
      SELECT item_id, count(*) AS picks FROM warehouse_task
      WHERE kind = 'pick' AND state = 'done' AND warehouse_id = ?1 AND finished_at >= ?2 GROUP BY item_id))`
/** The nearest fifth of the bins for fast goods, the next three tenths for the middle. */
const DISTANCES = `
  UPDATE warehouse_warehouse SET classified_on = ?2,
    near_millimetres = coalesce((SELECT max(d) FROM (
      SELECT distance_millimetres AS d, percent_rank() OVER (ORDER BY distance_millimetres) AS rank FROM warehouse_bin
      WHERE warehouse_id = ?1 AND kind IN ('storage', 'pick-face')) WHERE rank <= 0.2), 0),
    middle_millimetres = coalesce((SELECT max(d) FROM (
      SELECT distance_millimetres AS d, percent_rank() OVER (ORDER BY distance_millimetres) AS rank FROM warehouse_bin
      WHERE warehouse_id = ?1 AND kind IN ('storage', 'pick-face')) WHERE rank <= 0.5), 0)
  WHERE id = ?1`
const CLASS_COUNTS = 'SELECT class, count(*) AS items FROM warehouse_velocity WHERE warehouse_id = ? GROUP BY class'

/** Proposals of a time by the rule that made them; the clerk followed unless another bin was scanned. */
const HITS = `
  SELECT coalesce(json_extract(reason_params, '$.rule'), reason_code) AS rule, count(*) AS proposed,
    sum(reason_code <> 'otherBin') AS followed
  FROM warehouse_task
  WHERE kind = 'putaway' AND state = 'done' AND warehouse_id = ? AND finished_at >= ? GROUP BY 1`
const OTHER_REASONS = `
  SELECT json_extract(reason_params, '$.reason') AS reason, count(*) AS times FROM warehouse_task
  WHERE kind = 'putaway' AND state = 'done' AND warehouse_id = ? AND finished_at >= ? AND reason_code = 'otherBin'
  GROUP BY 1 ORDER BY times DESC, reason LIMIT 20`

const FACE_OF = `
  SELECT bin_id AS binId, minimum_micro AS minimumMicro, maximum_micro AS maximumMicro
  FROM warehouse_pick_face WHERE warehouse_id = ? AND item_id = ?`
const OWNER_OF_BIN = `
  SELECT f.item_id AS itemId, i.code, i.name FROM warehouse_pick_face f JOIN v_items_item i ON i.id = f.item_id
  WHERE f.bin_id = ?`
const SAVE_FACE = `
  INSERT INTO warehouse_pick_face (warehouse_id, item_id, bin_id, minimum_micro, maximum_micro) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET bin_id = excluded.bin_id, minimum_micro = excluded.minimum_micro,
    maximum_micro = excluded.maximum_micro`
const REMOVE_FACE = 'DELETE FROM warehouse_pick_face WHERE warehouse_id = ? AND item_id = ?'
const SAVE_CLIMATE = `
  INSERT INTO warehouse_item_climate (item_id, temperature) VALUES (?, ?)
  ON CONFLICT DO UPDATE SET temperature = excluded.temperature`
const REMOVE_CLIMATE = 'DELETE FROM warehouse_item_climate WHERE item_id = ?'
const SET_BIN_KIND = 'UPDATE warehouse_bin SET kind = ?2 WHERE id = ?1'
const SAVE_ZONE = 'UPDATE warehouse_zone SET name = ?2, categories = ?3, temperature = ?4 WHERE id = ?1'

export const placeStore = {
  houseRules(reader: Reader, warehouseId: number): HouseRules {
    const row = reader.first<Omit<HouseRules, 'order' | 'crossDocks'> & { rules: string; crossDocks: number }>(HOUSE, [
      warehouseId,
    ])
    if (row === undefined) {
      return {
        order: [],
        heavyGrams: null,
        heavyLevel: 0,
        classifiedOn: null,
        nearMillimetres: 0,
        middleMillimetres: 0,
        crossDocks: false,
      }
    }
    const { rules, crossDocks, ...rest } = row
    return {
      ...rest,
      crossDocks: crossDocks === 1,
      order: rules.split('\n').filter((rule) => rule !== '') as PutawayRule[],
    }
  },
  saveHouseRules: (
    tx: Tx,
    warehouseId: number,
    rules: Pick<HouseRules, 'order' | 'heavyGrams' | 'heavyLevel' | 'crossDocks'>,
  ): number =>
    tx.run(SAVE_HOUSE, [
      warehouseId,
      rules.order.join('\n'),
      rules.heavyGrams,
      rules.heavyLevel,
      Number(rules.crossDocks),
    ]).changes,
  temperatureOf: (reader: Reader, itemId: number): string =>
    reader.first<{ temperature: string }>(TEMPERATURE, [itemId])?.temperature ?? '',
  classOf: (reader: Reader, warehouseId: number, itemId: number) =>
    reader.first<{ class: 'A' | 'B' | 'C' }>(CLASS, [warehouseId, itemId])?.class,
  classify(tx: Tx, warehouseId: number, today: string, since: string): void {
    tx.run(CLEAR_CLASSES, [warehouseId])
    tx.run(CLASSIFY, [warehouseId, since])
    tx.run(DISTANCES, [warehouseId, today])
  },
  classCounts: (reader: Reader, warehouseId: number) =>
    reader.all<{ class: 'A' | 'B' | 'C'; items: number }>(CLASS_COUNTS, [warehouseId]),
  hits: (reader: Reader, warehouseId: number, since: string) =>
    reader.all<{ rule: string; proposed: number; followed: number }>(HITS, [warehouseId, since]),
  otherReasons: (reader: Reader, warehouseId: number, since: string) =>
    reader.all<{ reason: string; times: number }>(OTHER_REASONS, [warehouseId, since]),
  faceOf: (reader: Reader, warehouseId: number, itemId: number) =>
    reader.first<{ binId: number; minimumMicro: number; maximumMicro: number }>(FACE_OF, [warehouseId, itemId]),
  ownerOf: (reader: Reader, binId: number) =>
    reader.first<{ itemId: number; code: string; name: string }>(OWNER_OF_BIN, [binId]),
  saveFace: (
    tx: Tx,
    face: { warehouseId: number; itemId: number; binId: number; minimumMicro: number; maximumMicro: number },
  ) => tx.run(SAVE_FACE, [face.warehouseId, face.itemId, face.binId, face.minimumMicro, face.maximumMicro]),
  removeFace: (tx: Tx, warehouseId: number, itemId: number) => tx.run(REMOVE_FACE, [warehouseId, itemId]),
  saveClimate: (tx: Tx, itemId: number, temperature: string) =>
    temperature === '' ? tx.run(REMOVE_CLIMATE, [itemId]) : tx.run(SAVE_CLIMATE, [itemId, temperature]),
  setBinKind: (tx: Tx, binId: number, kind: 'storage' | 'pick-face') => tx.run(SET_BIN_KIND, [binId, kind]),
  saveZone: (tx: Tx, zone: { id: number; name: string; categories: string; temperature: string }): number =>
    tx.run(SAVE_ZONE, [zone.id, zone.name, zone.categories, zone.temperature]).changes,
}
