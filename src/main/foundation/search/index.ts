/**
 * What Ctrl+K finds: documents, items, partners, by number, name, Chinese characters or pinyin initials.
 * Invariant: one entry per subject. Tables: search_entry (FTS5), search_subject.
 */
import type { contract } from '../../../shared/contracts'
import type { Reader, Tx } from '../../kernel/db'
import type { Handlers } from '../../kernel/dispatch'
import { searchStore } from './search-store'
import { matchExpression, searchTokens } from './tokens'

export { searchTokens } from './tokens'

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

export const handlers: Handlers<typeof contract.search> = {
  find: (reader, _actor, input) => {
    const expression = matchExpression(input.text)
    return { hits: expression === undefined ? [] : searchStore.find(reader, expression, input.limit) }
  },
}
