import { printContent } from '../../../shared/labels/papers'
import { labelTemplate } from '../../../shared/labels/template'
import { rowCheck, type Check } from '../../kernel/check'

const settledStates = rowCheck({
  name: 'labels.settled once',
  examined: 'SELECT count(*) AS examined FROM labels_job',
  offenders: `
    SELECT 'label job ' || id || ' is ' || state || ' and ' || coalesce(settled_at, 'not settled') AS detail
    FROM labels_job
    WHERE (state IN ('queued', 'sent')) <> (settled_at IS NULL)
      OR (state IN ('sent', 'confirmed', 'unknown') AND sent_at IS NULL)
      OR (reprint_of IS NOT NULL AND reason = '')
    LIMIT 1`,
})

/** Cash is taken once: the drawer opened at most once for one sale by itself. */
const drawerOnce = rowCheck({
  name: 'labels.receipts are printed once',
  examined: `SELECT count(*) AS examined FROM labels_job WHERE what = 'receipt'`,
  offenders: `
    SELECT 'receipt of sale ' || source_id || ' is original in ' || count(*) || ' jobs' AS detail
    FROM labels_job
    WHERE what = 'receipt' AND state NOT IN ('expired', 'cancelled') AND json_extract(template, '$.opensDrawer') = 1
    GROUP BY source_id HAVING count(*) > 1 LIMIT 1`,
})

const canBeRead = (what: string, template: string): boolean => {
  const held: unknown = JSON.parse(template)
  if (what === 'paper') return true
  return (what === 'receipt' ? printContent : labelTemplate).safeParse(held).success
}

export const checks: readonly Check[] = [
  settledStates,
  drawerOnce,
  {
    name: 'labels.templates can be read',
    run(reader) {
      const rows = reader.all<{ name: string; what: string; template: string }>(
        `SELECT 'label job ' || max(id) AS name, what, template FROM labels_job GROUP BY what, template
         UNION ALL SELECT 'label ' || name, 'label', template FROM labels_template`,
        [],
      )
      const broken = rows.find((row) => !canBeRead(row.what, row.template))
      return { ok: broken === undefined, examined: rows.length, detail: broken?.name ?? '' }
    },
  },
]
