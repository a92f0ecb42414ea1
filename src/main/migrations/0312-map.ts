import type { Migration } from '../kernel/db'

/** What the plan of the house asks of each bin: when goods were last put there. */
export const map: Migration = {
  version: 312,
  name: 'map',
  sql: `
    CREATE INDEX warehouse_task_put_into ON warehouse_task (to_bin_id, finished_at)
      WHERE kind IN ('putaway', 'move') AND state = 'done';
  `,
}
