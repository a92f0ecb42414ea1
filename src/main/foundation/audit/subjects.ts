/** One thing that an entry of the trail is about, by the kind of its page: `sales.order` 12. */
export interface Subject {
  readonly kind: string
  readonly id: number
}

/** Where the word of a fact or a field is not the word of the document. */
const ALIASES: Readonly<Record<string, string>> = {
  'purchasing.goods': 'purchasing.receipt',
  'shipping.order': 'sales.order',
  'warehouse.order': 'sales.order',
  'closing.month': 'closing.period',
  'accounting.voucher': 'accounting.entry',
  'shipping.deliveryNote': 'shipping.shipment',
}
/** Fields that name the same thing in every room. */
const FIELDS: Readonly<Record<string, string>> = {
  customerId: 'parties.partner',
  supplierId: 'parties.partner',
  partnerId: 'parties.partner',
  shipmentId: 'shipping.shipment',
  countId: 'warehouse.count',
  waveId: 'warehouse.wave',
  loadId: 'warehouse.load',
  periodId: 'closing.period',
  entryId: 'accounting.entry',
  assetId: 'assets.asset',
  userId: 'access.user',
  itemId: 'items.item',
}

const lowered = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1)
const kindOf = (room: string, noun: string): string => {
  const kind = `${room}.${lowered(noun)}`
  return ALIASES[kind] ?? kind
}

/** `sales.orderConfirmed` is about an order: the last word is what happened. */
function ofFact(fact: string): Subject | undefined {
  const [, kind = '', id = ''] = /^\{"kind":"([\w.]+)","id":(\d+)/.exec(fact) ?? []
  const [room = '', event = ''] = kind.split('.')
  const noun = /^(\w+?)[A-Z][a-z]+$/.exec(event)?.[1]
  return noun === undefined ? undefined : { kind: kindOf(room, noun), id: Number(id) }
}

/** `{"id":5,...}` of `sales.confirmOrder` is an order; `orderId` is one too. Lines are not looked into. */
function ofInput(procedure: string, detail: string): Subject[] {
  const [room = '', verb = ''] = procedure.split('.')
  const own = (/^(\w+)Pdf$/.exec(verb) ?? /^[a-z]+([A-Z]\w*)$/.exec(verb))?.[1]
  const [head = ''] = detail.slice(0, 2000).split('[')
  return [...head.matchAll(/"(id|[a-z]+Id)":(\d+)/g)].flatMap(([, field = '', id = '']) => {
    const noun = field === 'id' ? own : field.slice(0, -2)
    const kind = FIELDS[field] ?? (noun === undefined ? undefined : kindOf(room, noun))
    return kind === undefined ? [] : [{ kind, id: Number(id) }]
  })
}

export function subjectsOf(line: {
  readonly procedure: string
  readonly detail: string
  readonly facts: readonly string[]
}): Subject[] {
  const found = [...line.facts.flatMap((fact) => ofFact(fact) ?? []), ...ofInput(line.procedure, line.detail)]
  return [...new Map(found.map((subject) => [`${subject.kind} ${subject.id}`, subject])).values()].slice(0, 20)
}
