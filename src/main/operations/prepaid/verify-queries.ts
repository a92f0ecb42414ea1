import { rowCheck, type Check } from '../../kernel/check'

/** What verify proves about prepaid expenses, each by one set-based query. */
export const checks: readonly Check[] = [
  rowCheck({
    name: 'prepaid.partsEqualTheirVouchers',
    examined: 'SELECT count(*) AS examined FROM prepaid_part',
    offenders: `
      SELECT substr(p.starts_on, 1, 7) || ': ' || coalesce(v.minor, 0) || ' posted, ' || coalesce(k.minor, 0) || ' taken'
        AS detail
      FROM v_accounting_period p
      LEFT JOIN (SELECT period_id, sum(amount_minor) AS minor FROM prepaid_part GROUP BY period_id) k
        ON k.period_id = p.id
      LEFT JOIN (SELECT e.source_id, sum(l.debit_minor) AS minor
        FROM v_accounting_entry e JOIN v_accounting_line l ON l.entry_id = e.id
        WHERE e.source_kind = 'prepaid.amortisation' GROUP BY e.source_id) v ON v.source_id = p.id
      WHERE coalesce(v.minor, 0) <> coalesce(k.minor, 0) LIMIT 1`,
  }),
  rowCheck({
    name: 'prepaid.neverMoreThanThereIs',
    examined: 'SELECT count(*) AS examined FROM prepaid_schedule',
    offenders: `
      SELECT s.name || ': ' || sum(p.amount_minor) || ' taken of ' || s.amount_minor AS detail
      FROM prepaid_schedule s JOIN prepaid_part p ON p.schedule_id = s.id
      GROUP BY s.id HAVING sum(p.amount_minor) NOT BETWEEN 0 AND s.amount_minor LIMIT 1`,
  }),
]
