import { rowCheck, type Check } from '../../kernel/check'

const awards = rowCheck({
  name: 'sourcing.awards follow their bids',
  examined: 'SELECT count(*) AS examined FROM sourcing_award',
  offenders: `
    SELECT e.number || ', line ' || l.line_number || ': ' || sum(a.quantity_micro) || ' awarded of ' || l.quantity_micro
      || ', ' || count(b.line_id) || ' of ' || count(*) || ' at the price asked by who got it' AS detail
    FROM sourcing_award a
    JOIN sourcing_enquiry_line l ON l.id = a.line_id JOIN sourcing_enquiry e ON e.id = l.enquiry_id
    LEFT JOIN sourcing_bid b ON b.line_id = a.line_id AND b.supplier_id = a.supplier_id AND b.price_micro = a.price_micro
    LEFT JOIN v_purchasing_order o ON o.id = a.order_id AND o.supplier_id = a.supplier_id
    GROUP BY l.id
    -- A draft that came of it may be thrown away; an order that is there is the supplier's own.
    HAVING sum(a.quantity_micro) > l.quantity_micro OR count(b.line_id) < count(*)
      OR count(o.id) < (SELECT count(*) FROM sourcing_award x JOIN v_purchasing_order p ON p.id = x.order_id
        WHERE x.line_id = l.id) LIMIT 1`,
})

const states = rowCheck({
  name: 'sourcing.enquiries are awarded with their orders',
  examined: 'SELECT count(*) AS examined FROM sourcing_enquiry',
  offenders: `
    SELECT e.number || ': ' || e.state || ', ' || count(a.line_id) || ' awards, request ' || coalesce(r.state, 'none')
      AS detail
    FROM sourcing_enquiry e JOIN sourcing_enquiry_line l ON l.enquiry_id = e.id
    LEFT JOIN sourcing_award a ON a.line_id = l.id LEFT JOIN sourcing_request r ON r.id = e.request_id
    GROUP BY e.id
    HAVING (e.state = 'awarded') <> (count(a.line_id) > 0)
      OR (e.state = 'awarded' AND r.state <> 'ordered') OR (e.state = 'open' AND r.state <> 'asked') LIMIT 1`,
})

export const checks: readonly Check[] = [awards, states]
