import { rowCheck, type Check } from '../../../kernel/check'
import { DRAWN } from './agreement-store'

/** What verify proves about agreements with suppliers. */
export const agreementChecks: readonly Check[] = [
  rowCheck({
    name: 'purchasing.agreementsAreNotOverdrawn',
    examined: 'SELECT count(*) AS examined FROM purchasing_order WHERE agreement_id IS NOT NULL',
    offenders: `
      SELECT a.number || ', ' || i.code || ': ' || d.quantity || ' called off of '
        || coalesce(l.quantity_micro, 'what is not agreed') AS detail
      FROM (${DRAWN}) d JOIN purchasing_agreement a ON a.id = d.agreement_id JOIN v_items_item i ON i.id = d.item_id
      LEFT JOIN purchasing_agreement_line l ON l.agreement_id = d.agreement_id AND l.item_id = d.item_id
      WHERE l.id IS NULL OR d.quantity > l.quantity_micro
      UNION ALL
      SELECT a.number || ': ' || sum(d.net) || ' called off of ' || a.amount_minor
      FROM (${DRAWN}) d JOIN purchasing_agreement a ON a.id = d.agreement_id
      GROUP BY a.id HAVING sum(d.net) > a.amount_minor
      UNION ALL
      SELECT a.number || ': ' || o.number || ' is of another supplier or another time'
      FROM purchasing_order o JOIN purchasing_agreement a ON a.id = o.agreement_id
      WHERE o.state NOT IN ('draft', 'cancelled')
        AND (o.supplier_id <> a.supplier_id OR o.ordered_on NOT BETWEEN a.valid_from AND a.valid_to) LIMIT 1`,
  }),
]
