import { pricesWithTaxCheck } from '../../foundation/currencies'
import { rowCheck, type Check } from '../../kernel/check'

const totals = rowCheck({
  name: 'offers.quotation totals equal their lines',
  examined: 'SELECT count(*) AS examined FROM offers_quotation',
  offenders: `
    SELECT coalesce(q.number, 'draft ' || q.id) || ', revision ' || q.revision || ': ' || q.net || ' and tax ' || q.tax
      || ', lines say ' || coalesce(l.net, 0) || ' and ' || coalesce(l.tax, 0) AS detail
    FROM (
      SELECT id, number, revision, net_minor AS net, tax_minor AS tax, gross_minor AS gross,
        foreign_net_minor AS foreign_net, foreign_tax_minor AS foreign_tax FROM offers_quotation
      UNION ALL SELECT e.quotation_id, h.number, e.revision, e.net_minor, e.tax_minor, e.gross_minor,
          e.foreign_net_minor, e.foreign_tax_minor
        FROM offers_earlier e JOIN offers_quotation h ON h.id = e.quotation_id
    ) q LEFT JOIN (
      SELECT quotation_id, revision, sum(net_minor) AS net, sum(tax_minor) AS tax,
        sum(foreign_net_minor) AS foreign_net, sum(foreign_tax_minor) AS foreign_tax FROM offers_line GROUP BY 1, 2
    ) l ON l.quotation_id = q.id AND l.revision = q.revision
    WHERE q.net <> coalesce(l.net, 0) OR q.tax <> coalesce(l.tax, 0) OR q.gross <> q.net + q.tax
      OR coalesce(q.foreign_net, 0) <> coalesce(l.foreign_net, 0)
      OR coalesce(q.foreign_tax, 0) <> coalesce(l.foreign_tax, 0) LIMIT 1`,
})

const taken = rowCheck({
  name: 'offers.orders take no more than was quoted',
  examined: 'SELECT count(*) AS examined FROM offers_taken',
  offenders: `
    SELECT q.number || ', line ' || l.line_number || ': quoted ' || l.quantity_micro || ', ordered '
      || sum(t.quantity_micro) AS detail
    FROM offers_taken t
    JOIN offers_line l ON l.id = t.line_id
    JOIN offers_quotation q ON q.id = t.quotation_id
    JOIN v_sales_order o ON o.id = t.order_id AND o.state <> 'cancelled'
    GROUP BY t.line_id HAVING sum(t.quantity_micro) > l.quantity_micro LIMIT 1`,
})

const standing = rowCheck({
  name: 'offers.standing orders made one order a day',
  examined: 'SELECT count(*) AS examined FROM offers_standing_made',
  offenders: `
    SELECT s.name || ': ' || m.due_on || ', ' || count(*) || ' orders; next on ' || coalesce(s.next_on, '-') AS detail
    FROM offers_standing_made m JOIN offers_standing s ON s.id = m.standing_id
    WHERE m.due_on <> ''
    GROUP BY m.standing_id, m.due_on HAVING count(*) > 1 LIMIT 1`,
})

const pricesWithTax = pricesWithTaxCheck(
  'offers.pricesWithTaxMakeTheGross',
  `SELECT coalesce(q.number, 'draft ' || q.id) AS document, q.currency, l.quantity_micro AS quantityMicro,
     l.gross_price_micro AS grossPriceMicro, coalesce(l.foreign_net_minor + l.foreign_tax_minor, l.net_minor + l.tax_minor)
     AS grossMinor
   FROM offers_line l JOIN offers_quotation q ON q.id = l.quotation_id WHERE l.gross_price_micro IS NOT NULL`,
)

export const checks: readonly Check[] = [totals, taken, standing, pricesWithTax]
