import type { Reader, Tx } from '../../../kernel/db'

/** Open work that nobody else has begun: what is put away, what is moved, what is picked. */
const TASKS = `
  SELECT t.kind, t.id, t.item_id AS itemId, i.code AS itemCode, i.name AS itemName, i.base_unit AS baseUnit,
    t.quantity_micro - t.done_micro AS quantityMicro, f.id AS fromBinId, f.code AS fromBinCode, g.id AS toBinId,
    g.code AS toBinCode, t.reason_code AS reasonCode, t.reason_params AS reasonParams, t.assigned_to AS assignedTo,
    f.aisle, f.x_millimetres AS xMillimetres, f.y_millimetres AS yMillimetres
  FROM warehouse_task t
  JOIN v_items_item i ON i.id = t.item_id
  JOIN warehouse_bin f ON f.id = t.from_bin_id
  JOIN warehouse_bin g ON g.id = t.to_bin_id
  WHERE t.kind = ?4 AND t.state = 'open' AND t.warehouse_id = ?1 AND (t.assigned_to IS NULL OR t.assigned_to = ?2)
    AND (?3 = 0 OR CASE WHEN t.kind = 'putaway' THEN g.zone_id ELSE f.zone_id END = ?3)
  -- Of goods that change places, the later step waits for the earlier one.
    AND NOT (t.sequence > 0 AND t.kind = 'move' AND EXISTS (
      SELECT 1 FROM warehouse_task e WHERE e.kind = 'move' AND e.state = 'open' AND e.source_kind = t.source_kind
        AND e.source_id = t.source_id AND e.sequence < t.sequence))
  ORDER BY t.sequence, t.id LIMIT 300`

export interface OpenTask {
  readonly kind: 'putaway' | 'move'
  readonly id: number
  readonly itemId: number
  readonly itemCode: string
  readonly itemName: string
  readonly baseUnit: string
  readonly quantityMicro: number
  readonly fromBinId: number
  readonly fromBinCode: string
  readonly toBinId: number
  readonly toBinCode: string
  readonly reasonCode: string
  readonly reasonParams: string
  readonly assignedTo: number | null
  readonly aisle: number
  readonly xMillimetres: number
  readonly yMillimetres: number
}

const BATCHES = `
  SELECT k.id, k.number, k.assigned_to AS assignedTo, k.walk_millimetres AS walkMillimetres,
    (SELECT count(*) FROM warehouse_task t WHERE t.batch_id = k.id AND t.state = 'open') AS picks
  FROM warehouse_batch k JOIN warehouse_wave w ON w.id = k.wave_id
  WHERE k.state = 'open' AND w.warehouse_id = ?1 AND (k.assigned_to IS NULL OR k.assigned_to = ?2)
    AND (?3 = 0 OR k.zone_id IS NULL OR k.zone_id = ?3)
  ORDER BY k.id LIMIT 100`

export interface OpenBatch {
  readonly id: number
  readonly number: string
  readonly assignedTo: number | null
  readonly walkMillimetres: number
  readonly picks: number
}

/** Where the last accepted scan of a person left them: a pick at its bin, until the batch is brought to packing. */
const LAST_PLACE = `
  SELECT b.code, b.aisle, b.x_millimetres AS xMillimetres, b.y_millimetres AS yMillimetres
  FROM (SELECT subject_id, step FROM warehouse_scan WHERE user_id = ? ORDER BY id DESC LIMIT 1) s
  JOIN warehouse_task t ON t.id = s.subject_id AND s.step IN ('putaway', 'plannedMove', 'pick')
  LEFT JOIN warehouse_batch k ON k.id = t.batch_id
  JOIN warehouse_bin b ON b.id = CASE WHEN t.kind = 'pick' AND k.state = 'open' THEN t.from_bin_id ELSE t.to_bin_id END
  WHERE b.warehouse_id = ?`

const TASK = `SELECT state, kind, assigned_to AS assignedTo FROM warehouse_task WHERE id = ? AND kind IN ('putaway', 'move')`
const LEAVE = `
  UPDATE warehouse_task SET assigned_to = NULL
  WHERE state = 'open' AND kind IN ('putaway', 'move') AND assigned_to = ?`
const ASSIGN = 'UPDATE warehouse_task SET assigned_to = ?2 WHERE id = ?1'

const ZONE_OF = `
  SELECT z.id, z.code, z.name FROM warehouse_clerk_zone c JOIN warehouse_zone z ON z.id = c.zone_id
  WHERE c.warehouse_id = ? AND c.user_id = ?`
const SET_ZONE = `
  INSERT INTO warehouse_clerk_zone (warehouse_id, user_id, zone_id) VALUES (?, ?, ?)
  ON CONFLICT DO UPDATE SET zone_id = excluded.zone_id`
const CLEAR_ZONE = 'DELETE FROM warehouse_clerk_zone WHERE warehouse_id = ? AND user_id = ?'

const NOTE = 'INSERT INTO warehouse_mistake (code, scanned, user_id, station, noted_at) VALUES (?, ?, ?, ?, ?)'

/**
 * Of one day, by person: steps that stand (taken back ones do not count), what they usually take, and the time from scan
 * to scan. Longer than ten minutes between two scans is a pause, not work.
 */
const PEOPLE = `
  WITH scans AS (
    SELECT s.id, s.user_id, s.step, s.subject_id, s.scanned_at,
      (julianday(s.scanned_at) - julianday(lag(s.scanned_at) OVER (PARTITION BY s.user_id ORDER BY s.id))) * 86400 AS gap
    FROM warehouse_scan s WHERE s.scanned_at >= ?1 AND s.scanned_at < ?2
  ), steps AS (
    SELECT s.*, CASE s.step WHEN 'plannedMove' THEN 'move' WHEN 'unitMove' THEN 'move' ELSE s.step END AS paced,
      EXISTS (SELECT 1 FROM warehouse_scan u WHERE u.step = 'undo' AND u.subject_id = s.id) AS undone
    FROM scans s
  )
  SELECT s.user_id AS userId, a.name, min(s.scanned_at) AS firstAt, max(s.scanned_at) AS lastAt,
    sum(s.undone = 0 AND s.step = 'pick') AS picks,
    sum(s.undone = 0 AND s.step = 'putaway') AS putaways,
    sum(s.undone = 0 AND s.paced = 'move') AS moves,
    sum(s.undone = 0 AND s.step = 'pack') AS packs,
    sum(s.undone = 0 AND s.step = 'count') AS counts,
    sum(s.undone = 1) AS undone,
    cast(round(sum(CASE WHEN s.gap <= 600 THEN s.gap ELSE 0 END)) AS INTEGER) AS actualSeconds,
    cast(round(sum(CASE WHEN s.undone = 1 THEN 0 ELSE coalesce(p.seconds, 0) + CASE
      WHEN s.step = 'pick' THEN coalesce((SELECT k.walk_millimetres * w.seconds / 100000.0
          / (SELECT count(*) FROM warehouse_task o WHERE o.batch_id = k.id)
        FROM warehouse_task t JOIN warehouse_batch k ON k.id = t.batch_id, warehouse_pace w
        WHERE t.id = s.subject_id AND w.step = 'walk'), 0) ELSE 0 END END)) AS INTEGER) AS targetSeconds
  FROM steps s
  JOIN v_access_user a ON a.id = s.user_id
  LEFT JOIN warehouse_pace p ON p.step = s.paced
  GROUP BY s.user_id ORDER BY a.name`

export interface PersonRow {
  readonly userId: number
  readonly name: string
  readonly firstAt: string
  readonly lastAt: string
  readonly picks: number
  readonly putaways: number
  readonly moves: number
  readonly packs: number
  readonly counts: number
  readonly undone: number
  readonly actualSeconds: number
  readonly targetSeconds: number
}

const MISTAKES = `
  SELECT user_id AS userId, count(*) AS mistakes FROM warehouse_mistake WHERE noted_at >= ? AND noted_at < ?
  GROUP BY user_id`
const MISTAKE_KINDS = `
  SELECT code, count(*) AS times FROM warehouse_mistake WHERE noted_at >= ? AND noted_at < ?
  GROUP BY code ORDER BY times DESC, code LIMIT 20`

/** Open work by zone: putaway by where it goes, the rest by where it lies. */
const BY_ZONE = `
  SELECT z.id, z.code, z.name, coalesce(sum(t.kind = 'putaway'), 0) AS putaways,
    coalesce(sum(t.kind = 'pick'), 0) AS picks, coalesce(sum(t.kind = 'move'), 0) AS moves
  FROM warehouse_zone z
  LEFT JOIN warehouse_bin b ON b.zone_id = z.id
  LEFT JOIN (
    SELECT kind, to_bin_id AS bin_id FROM warehouse_task WHERE kind = 'putaway' AND state = 'open' AND warehouse_id = ?1
    UNION ALL
    SELECT kind, from_bin_id FROM warehouse_task WHERE kind = 'move' AND state = 'open' AND warehouse_id = ?1
    UNION ALL
    SELECT t.kind, t.from_bin_id FROM warehouse_batch k JOIN warehouse_task t ON t.batch_id = k.id
    WHERE k.state = 'open' AND t.state = 'open' AND t.warehouse_id = ?1
  ) t ON t.bin_id = b.id
  WHERE z.warehouse_id = ?1 GROUP BY z.id ORDER BY z.code`

export const workStore = {
  tasks: (reader: Reader, kind: 'putaway' | 'move', place: { warehouseId: number; userId: number; zoneId: number }) =>
    reader.all<OpenTask>(TASKS, [place.warehouseId, place.userId, place.zoneId, kind]),
  batches: (reader: Reader, place: { warehouseId: number; userId: number; zoneId: number }) =>
    reader.all<OpenBatch>(BATCHES, [place.warehouseId, place.userId, place.zoneId]),
  lastPlace: (reader: Reader, userId: number, warehouseId: number) =>
    reader.first<{ code: string; aisle: number; xMillimetres: number; yMillimetres: number }>(LAST_PLACE, [
      userId,
      warehouseId,
    ]),
  task: (reader: Reader, id: number) =>
    reader.first<{ state: string; kind: 'putaway' | 'move'; assignedTo: number | null }>(TASK, [id]),
  assign: (tx: Tx, id: number, userId: number) => tx.run(ASSIGN, [id, userId]),
  /** Whatever this person had begun is anybody's again. */
  leaveOthers: (tx: Tx, userId: number) => tx.run(LEAVE, [userId]),
  zoneOf: (reader: Reader, warehouseId: number, userId: number) =>
    reader.first<{ id: number; code: string; name: string }>(ZONE_OF, [warehouseId, userId]),
  setZone: (tx: Tx, warehouseId: number, userId: number, zoneId: number | null) =>
    zoneId === null ? tx.run(CLEAR_ZONE, [warehouseId, userId]) : tx.run(SET_ZONE, [warehouseId, userId, zoneId]),
  note: (tx: Tx, row: { code: string; scanned: string; userId: number; station: string }) =>
    tx.run(NOTE, [row.code, row.scanned, row.userId, row.station, tx.now.toISOString()]),
  people: (reader: Reader, from: string, to: string) => reader.all<PersonRow>(PEOPLE, [from, to]),
  mistakes: (reader: Reader, from: string, to: string) =>
    reader.all<{ userId: number; mistakes: number }>(MISTAKES, [from, to]),
  mistakeKinds: (reader: Reader, from: string, to: string) =>
    reader.all<{ code: string; times: number }>(MISTAKE_KINDS, [from, to]),
  byZone: (reader: Reader, warehouseId: number) =>
    reader.all<{ id: number; code: string; name: string; putaways: number; picks: number; moves: number }>(BY_ZONE, [
      warehouseId,
    ]),
}
