/**
 * What Ctrl+K finds: documents, items, partners, by number, name, Chinese characters or pinyin initials.
 * Invariant: one entry per subject. Tables: search_entry (FTS5), search_subject.
 */
import type { contract } from '../../../shared/contracts'
import type { Right } from '../../../shared/contracts/procedure'
import type { Reader, Tx } from '../../kernel/db'
import type { Actor, Handlers } from '../../kernel/dispatch'
import { searchStore, type Hit } from './search-store'
import { matchExpression, searchTokens } from './tokens'

export { matchExpression, searchTokens } from './tokens'

export interface Subject {
  readonly kind: string
  readonly id: number
  readonly title: string
  readonly subtitle: string
  /** Further words that find it: codes, barcodes, the name in the other language. */
  readonly words: readonly string[]
}

/** Makes the subject findable under its present title and words. */
export function index(tx: Tx, subject: Subject): void {
  forget(tx, subject.kind, subject.id)
  const { kind, id, title, subtitle, words } = subject
  searchStore.insert(tx, { kind, id, title, subtitle, tokens: searchTokens([title, subtitle, ...words]) })
}

export function forget(tx: Tx, kind: string, id: number): void {
  const entryId = searchStore.entryOf(tx, kind, id)
  if (entryId !== undefined) searchStore.remove(tx, kind, id, entryId)
}

/** Subjects of one kind that hold every word of a text, in no order; a few hundred at most are of use. */
export function findSubjects(reader: Reader, kind: string, text: string, limit: number): number[] {
  const expression = matchExpression(text)
  return expression === undefined ? [] : searchStore.findOfKind(reader, expression, kind, limit)
}

/** Who may read of what: a hit tells a number and a name. What is not named here is found by nobody. */
const READERS: Readonly<Record<string, Right>> = {
  items: 'items.read',
  parties: 'parties.read',
  purchasing: 'purchasing.read',
  sourcing: 'purchasing.read',
  deposits: 'treasury.read',
  sales: 'sales.read',
  offers: 'sales.read',
  shipping: 'warehouse.read',
  warehouse: 'warehouse.read',
  stock: 'inventory.read',
  treasury: 'treasury.read',
  accounting: 'accounting.read',
  assets: 'accounting.read',
  opening: 'accounting.read',
  onboarding: 'accounting.read',
  payroll: 'accounting.read',
  prepaid: 'accounting.read',
  tax: 'accounting.read',
}
/** Documents of a place: whoever is bound to places finds those alone. */
const OF_A_PLACE = new Set([
  'sales.order',
  'offers.quotation',
  'purchasing.order',
  'purchasing.receipt',
  'purchasing.return',
  'shipping.shipment',
  'shipping.return',
  'warehouse.wave',
  'warehouse.count',
  'warehouse.adjustment',
  'stock.transfer',
  'stock.conversion',
  'stock.revaluation',
])
const LOOKED_THROUGH = 200

function mayFind(reader: Reader, actor: Actor, { kind, id }: Hit): boolean {
  const right = READERS[kind.split('.')[0] ?? '']
  if (right === undefined || !actor.rights.has(right)) return false
  return actor.warehouseIds === null || !OF_A_PLACE.has(kind) || searchStore.isSeen(reader, kind, id)
}

export const handlers: Handlers<typeof contract.search> = {
  find: (reader, actor, input) => {
    const expression = matchExpression(input.text)
    const found = expression === undefined ? [] : searchStore.find(reader, expression, LOOKED_THROUGH)
    const hits: Hit[] = []
    for (const hit of found) {
      if (hits.length === input.limit) break
      if (mayFind(reader, actor, hit)) hits.push(hit)
    }
    return { hits }
  },
}
