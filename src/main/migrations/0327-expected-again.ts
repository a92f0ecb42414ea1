import type { Migration } from '../kernel/db'

/** Announced units of which every receipt was reversed have not come: they are expected again, their labels are free. */
export const expectedAgain: Migration = {
  version: 327,
  name: 'expected-again',
  sql: `
    CREATE TEMP TABLE gone (id INTEGER PRIMARY KEY, unit_id INTEGER, notice_id INTEGER);
    INSERT INTO gone
      SELECT u.id, u.unit_id, u.notice_id FROM arrivals_unit u
      JOIN arrivals_line l ON l.unit_id = u.id JOIN purchasing_receipt r ON r.id = l.receipt_id
      WHERE u.unit_id IS NOT NULL GROUP BY u.id HAVING min(r.state) = 'reversed';
    UPDATE arrivals_line SET receipt_id = NULL WHERE unit_id IN (SELECT id FROM gone);
    UPDATE arrivals_unit SET unit_id = NULL WHERE id IN (SELECT id FROM gone);
    UPDATE warehouse_unit SET parent_id = NULL WHERE parent_id IN (SELECT unit_id FROM gone);
    UPDATE warehouse_unit SET state = 'broken', parent_id = NULL WHERE id IN (SELECT unit_id FROM gone);
    DELETE FROM warehouse_unit_line WHERE unit_id IN (SELECT unit_id FROM gone);
    UPDATE arrivals_notice SET state = CASE
        WHEN EXISTS (SELECT 1 FROM arrivals_unit u WHERE u.notice_id = arrivals_notice.id AND u.unit_id IS NOT NULL)
          THEN 'partly-received'
        ELSE 'expected' END
      WHERE id IN (SELECT notice_id FROM gone) AND state <> 'cancelled';
    DROP TABLE gone;
  `,
}
