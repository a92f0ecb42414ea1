import type { Reader } from '../../kernel/db'
import type { ListInput } from '../../kernel/list-input'
import { listed } from '../../kernel/list-queries'
import { linesWithItems, linksOf } from './references-queries'
import { requireRequest } from './sourcing-store'

const COLUMNS = `
  r.id, r.number, r.state, r.requested_on AS requestedOn, r.needed_on AS neededOn, r.reason,
  coalesce(u.name, '') AS requestedBy,
  (SELECT count(*) FROM sourcing_request_line l WHERE l.request_id = r.id) AS lines`
const FILTER = `
  FROM sourcing_request r LEFT JOIN v_access_user u ON u.id = r.created_by
  WHERE (?1 = '' OR r.number LIKE ?2 OR r.reason LIKE ?2 OR u.name LIKE ?2) AND (?3 = '' OR r.state = ?3)`

const SORTS = { number: 'r.number', state: 'r.state', requestedOn: 'r.requested_on', neededOn: 'r.needed_on' } as const

interface Row {
  readonly id: number
  readonly number: string
  readonly state: string
  readonly requestedOn: string
  readonly neededOn: string
  readonly reason: string
  readonly requestedBy: string
  readonly lines: number
}

export function listRequests(reader: Reader, input: ListInput & { readonly state?: string | undefined }) {
  const { rows, total } = listed<Row>(reader, input, {
    columns: COLUMNS,
    from: FILTER,
    sorts: SORTS,
    byId: 'r.id',
    params: [input.filter, `%${input.filter}%`, input.state ?? ''],
  })
  return { rows, total, sums: {} }
}

const USER = 'SELECT name FROM v_access_user WHERE id = ?'

const LED_TO = `
  SELECT 'sourcing.enquiry' AS kind, id, number, state FROM sourcing_enquiry WHERE request_id = ?1
  UNION ALL SELECT d.kind, d.id, d.number, d.state FROM v_document_link d
    WHERE d.kind = 'purchasing.order' AND d.id IN (SELECT order_id FROM v_sourcing_award WHERE request_id = ?1)`

export function getRequest(reader: Reader, id: number) {
  const { createdBy, ...request } = requireRequest(reader, id)
  return {
    ...request,
    requestedBy: reader.first<{ name: string }>(USER, [createdBy])?.name ?? '',
    lines: linesWithItems(reader, 'request', id),
    chain: { from: [], to: linksOf(reader, LED_TO, id) },
  }
}
