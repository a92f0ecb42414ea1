import type { Reader } from '../../../kernel/db'

/** One step of an item's value in a warehouse: goods in, goods out, or value alone. */
export interface ValueStep {
  readonly movementId: number | null
  readonly postedOn: string
  readonly sourceKind: string
  readonly sourceId: number
  readonly number: string | null
  /** signed */
  readonly quantityMicro: number
  readonly valueMinor: number
}

const NUMBER = `(SELECT d.number FROM v_document_link d WHERE d.kind = h.sourceKind AND d.id = h.sourceId)`

/** Border movements and revaluations of an item in a warehouse up to a movement, in order of posting. */
const STEPS = `
  SELECT movementId, postedOn, sourceKind, sourceId, ${NUMBER} AS number, quantityMicro, valueMinor
  FROM (
    SELECT id AS at, 0 AS rank, id AS movementId, posted_on AS postedOn, source_kind AS sourceKind,
      source_id AS sourceId, CASE WHEN from_bin_id IS NULL THEN quantity_micro ELSE -quantity_micro END AS quantityMicro,
      CASE WHEN from_bin_id IS NULL THEN value_minor ELSE -value_minor END AS valueMinor
    FROM inventory_movement
    WHERE item_id = ?1 AND warehouse_id = ?2 AND id <= ?3 AND (from_bin_id IS NULL OR to_bin_id IS NULL)
      AND owner_id = 0
    UNION ALL
    SELECT coalesce(after_movement_id, 0), id, NULL, posted_on, source_kind, source_id, 0, value_minor
    FROM inventory_revaluation
    WHERE item_id = ?1 AND warehouse_id = ?2 AND coalesce(after_movement_id, 0) <= ?4
  ) h ORDER BY at, rank`

export interface LayerPart {
  readonly layerId: number
  readonly openedOn: string
  readonly sourceKind: string
  readonly sourceId: number
  readonly number: string | null
  readonly lotCode: string | null
  readonly quantityMicro: number
  readonly valueMinor: number
  /** what the layer was bought for, before anything changed its value */
  readonly boughtMicro: number
  readonly boughtMinor: number
}

const PART = `
  SELECT l.id AS layerId, l.opened_on AS openedOn, l.origin_kind AS sourceKind, l.origin_id AS sourceId,
    (SELECT d.number FROM v_document_link d WHERE d.kind = l.origin_kind AND d.id = l.origin_id) AS number,
    o.code AS lotCode, l.quantity_micro AS boughtMicro, l.value_minor AS boughtMinor`
const TAKEN = `${PART}, -e.quantity_micro AS quantityMicro, -e.value_minor AS valueMinor
  FROM inventory_layer_entry e JOIN inventory_layer l ON l.id = e.layer_id LEFT JOIN inventory_lot o ON o.id = l.lot_id
  WHERE e.movement_id = ? AND e.quantity_micro < 0 ORDER BY e.id`
const OPEN = `${PART}, l.left_micro AS quantityMicro, l.left_value_minor AS valueMinor
  FROM inventory_layer l LEFT JOIN inventory_lot o ON o.id = l.lot_id
  WHERE l.item_id = ? AND l.warehouse_id = ? AND l.left_micro > 0 ORDER BY l.id`

const CHANGES = `
  SELECT e.layer_id AS layerId, e.posted_on AS postedOn, r.source_kind AS sourceKind, r.source_id AS sourceId,
    (SELECT d.number FROM v_document_link d WHERE d.kind = r.source_kind AND d.id = r.source_id) AS number,
    e.value_minor AS valueMinor
  FROM inventory_layer_entry e JOIN inventory_revaluation r ON r.id = e.revaluation_id
  WHERE e.layer_id = ?1 AND (?2 IS NULL OR e.id < (SELECT min(id) FROM inventory_layer_entry WHERE movement_id = ?2))
  ORDER BY e.id`

export interface LayerChangeRow {
  readonly layerId: number
  readonly postedOn: string
  readonly sourceKind: string
  readonly sourceId: number
  readonly number: string | null
  readonly valueMinor: number
}

export interface MovementFacts {
  readonly itemId: number
  readonly warehouseId: number
  readonly postedOn: string
  readonly isIssue: number
  readonly quantityMicro: number
  readonly valueMinor: number
}

export const lineageQueries = {
  movement: (reader: Reader, id: number) =>
    reader.first<MovementFacts>(
      `SELECT item_id AS itemId, warehouse_id AS warehouseId, posted_on AS postedOn, from_bin_id IS NOT NULL AS isIssue,
         quantity_micro AS quantityMicro, value_minor AS valueMinor
       FROM inventory_movement WHERE id = ? AND (from_bin_id IS NULL OR to_bin_id IS NULL)`,
      [id],
    ),
  /** Revaluations that followed the last movement belong to it only where the present cost is asked. */
  steps: (reader: Reader, itemId: number, warehouseId: number, lastMovementId: number | undefined) =>
    reader.all<ValueStep>(STEPS, [
      itemId,
      warehouseId,
      lastMovementId ?? Number.MAX_SAFE_INTEGER,
      lastMovementId === undefined ? Number.MAX_SAFE_INTEGER : lastMovementId - 1,
    ]),
  taken: (reader: Reader, movementId: number) => reader.all<LayerPart>(TAKEN, [movementId]),
  open: (reader: Reader, itemId: number, warehouseId: number) => reader.all<LayerPart>(OPEN, [itemId, warehouseId]),
  changes: (reader: Reader, layerId: number, beforeMovement: number | undefined) =>
    reader.all<LayerChangeRow>(CHANGES, [layerId, beforeMovement ?? null]),
}
