import { rowCheck, type Check } from '../../kernel/check'

/** What verify proves of imports: each says what its rows did. */
export const checks: readonly Check[] = [
  rowCheck({
    name: 'imports.runsCountTheirRows',
    examined: 'SELECT count(*) AS examined FROM imports_run',
    offenders: `
      SELECT r.file_name || ': ' || r.added || ' new and ' || r.changed || ' changed, '
        || count(w.position) FILTER (WHERE w.before_json IS NULL) || ' and '
        || count(w.position) FILTER (WHERE w.before_json IS NOT NULL) || ' by its rows' AS detail
      FROM imports_run r LEFT JOIN imports_row w ON w.run_id = r.id GROUP BY r.id
      HAVING r.added <> count(w.position) FILTER (WHERE w.before_json IS NULL)
        OR r.changed <> count(w.position) FILTER (WHERE w.before_json IS NOT NULL) LIMIT 1`,
  }),
]
