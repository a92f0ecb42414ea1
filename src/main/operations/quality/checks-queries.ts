import { rowCheck, type Check } from '../../kernel/check'

export const checks: readonly Check[] = [
  rowCheck({
    name: 'quality.goods to be looked at stand in quarantine',
    examined: `SELECT count(*) AS examined FROM quality_inspection WHERE state = 'open'`,
    offenders: `
      SELECT k.number || ': ' || k.kept || ' to be looked at, ' || coalesce(s.quantity_micro, 0) || ' in quarantine' AS detail
      FROM (
        SELECT item_id, bin_id, lot_id, sum(quantity_micro) AS kept, min(number) AS number
        FROM quality_inspection WHERE state = 'open' GROUP BY item_id, bin_id, lot_id
      ) k
      LEFT JOIN v_inventory_balance s
        ON s.item_id = k.item_id AND s.bin_id = k.bin_id AND s.lot_id = k.lot_id AND s.status = 'quarantine'
      WHERE coalesce(s.quantity_micro, 0) < k.kept LIMIT 1`,
  }),
  rowCheck({
    name: 'quality.decisions name every point and move what they say',
    examined: `SELECT count(*) AS examined FROM quality_inspection WHERE state = 'decided'`,
    offenders: `
      SELECT * FROM (
        SELECT q.number || ': a result is missing' AS detail FROM quality_inspection q
        WHERE q.state = 'decided' AND (SELECT count(*) FROM quality_result r WHERE r.inspection_id = q.id)
          <> length(q.points) - length(replace(q.points, char(10), '')) + 1
        UNION ALL
        SELECT q.number || ': accepted ' || q.accepted_micro || ' and rejected ' || q.rejected_micro || ', moved '
          || coalesce(m.accepted, 0) || ' and ' || coalesce(m.rejected, 0)
        FROM quality_inspection q
        LEFT JOIN (
          SELECT source_id, sum(CASE WHEN to_status = 'available' THEN quantity_micro ELSE 0 END) AS accepted,
            sum(CASE WHEN to_status = 'damaged' THEN quantity_micro ELSE 0 END) AS rejected
          FROM v_inventory_movement WHERE source_kind = 'quality.inspection' GROUP BY source_id
        ) m ON m.source_id = q.id
        WHERE q.state = 'decided'
          AND (q.accepted_micro <> coalesce(m.accepted, 0) OR q.rejected_micro <> coalesce(m.rejected, 0))
        UNION ALL
        SELECT q.number || ': a photo is missing' FROM quality_inspection q
        WHERE q.state = 'decided' AND q.asks_photo = 1
          AND NOT EXISTS (SELECT 1 FROM quality_photo p WHERE p.inspection_id = q.id)
      ) LIMIT 1`,
  }),
]
