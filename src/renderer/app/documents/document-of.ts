/** The noun of a command that works on one document: `confirmOrder` on `sales.order`. */
const NOUN = /^[a-z]+([A-Z]\w*)$/

/** The document that a command was given for, as its page's kind; undefined where it names none. */
export function documentOf(procedure: string, input: string): { kind: string; id: number } | undefined {
  const [room = '', verb = ''] = procedure.split('.')
  const noun = NOUN.exec(verb)?.[1]
  const id = /^\{"(?:id|[a-z]+Id)":(\d+)/.exec(input)?.[1]
  if (noun === undefined || id === undefined) return undefined
  return { kind: `${room}.${noun.charAt(0).toLowerCase()}${noun.slice(1)}`, id: Number(id) }
}
