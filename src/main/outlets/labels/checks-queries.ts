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

export const checks: readonly Check[] = [
  settledStates,
  {
    name: 'labels.templates can be read',
    run(reader) {
      const rows = reader.all<{ id: number; template: string }>(
        'SELECT max(id) AS id, template FROM labels_job GROUP BY template',
        [],
      )
      const broken = rows.find((row) => !labelTemplate.safeParse(JSON.parse(row.template)).success)
      if (broken === undefined) return { ok: true, examined: rows.length, detail: '' }
      return { ok: false, examined: rows.length, detail: `label job ${broken.id}` }
    },
  },
]
