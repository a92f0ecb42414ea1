import { hash } from 'node:crypto'
import { Refusal, refuse } from '../../../shared/errors'
import { localDate, type BusinessDate } from '../../../shared/values/date'
import type { Reader, Tx } from '../../kernel/db'
import type { Actor, GivenCommand, GivingPort } from '../../kernel/dispatch'
import type { ListInput } from '../../kernel/list-input'
import { itemNoun } from './item-steps-queries'
import { mergeStore, type NounName } from './merge-store'
import { partnerNoun } from './partner-steps-queries'
import type { Noun, Pair } from './steps'

const nouns: Readonly<Record<NounName, Noun>> = { item: itemNoun, partner: partnerNoun }

type Asked = Pair & { readonly noun: NounName }

/** What a merge would do, without doing it. */
export function preview(reader: Reader, { noun, ...pair }: Asked) {
  const { ref, obstacles, open, steps } = nouns[noun]
  const today = localDate(reader.now)
  const found = obstacles(reader, pair)
  const moves = new Map<string, number>()
  if (found.length === 0) {
    for (const { what, count } of steps(reader, pair, today)) moves.set(what, (moves.get(what) ?? 0) + count)
  }
  return {
    from: ref(reader, pair.fromId),
    into: ref(reader, pair.intoId),
    obstacles: found.map(({ code, params }) => ({ code, params: { ...params } })),
    open: [...open(reader, pair.fromId, today)],
    moves: [...moves].filter(([, count]) => count > 0).map(([what, count]) => ({ what, count })),
    stock: noun === 'item' ? mergeStore.stockOf(reader, pair.fromId) : [],
  }
}

export function standing(reader: Reader, { noun, id }: { readonly noun: NounName; readonly id: number }) {
  const { ref } = nouns[noun]
  const row = mergeStore.standing(reader, noun, ref(reader, id).id)
  const mergedInto = row?.mergedInto ?? null
  return { active: row?.active === 1, mergedInto: mergedInto === null ? null : ref(reader, mergedInto) }
}

/** The old one's belongings become the other's, and it points to it. Refuses what keeps the two from being one. */
export function merge(
  port: GivingPort,
  tx: Tx,
  actor: Actor,
  { noun, mergedOn, ...pair }: Asked & { readonly mergedOn: BusinessDate },
): { id: number } {
  const { obstacles, open, ref, steps } = nouns[noun]
  const [obstacle] = obstacles(tx, pair)
  if (obstacle !== undefined) refuse(obstacle.code, obstacle.params)
  const documents = open(tx, pair.fromId, localDate(tx.now))
  if (documents.length > 0) {
    const named = documents.slice(0, 5).map(({ number, kind, id }) => number ?? `${kind} ${id}`)
    const more = documents.length > named.length ? ' …' : ''
    refuse('duplicates.openDocuments', { from: ref(tx, pair.fromId).name, documents: named.join(', ') + more })
  }
  const back: GivenCommand[] = []
  for (const step of steps(tx, pair, mergedOn)) {
    const { name, input } = step.give
    const given = port.giveInside(actor, name, input)
    if (given instanceof Refusal) throw given
    back.unshift(...step.back(given.answer))
  }
  const head = { noun, ...pair, mergedOn, by: actor.userId }
  const id = mergeStore.insert(tx, { ...head, back: JSON.stringify(back), mark: markOf(tx, noun, pair.intoId) })
  tx.announce({ kind: 'duplicates.merged', id })
  return { id }
}

/** A print of the one that stays. */
const markOf = (reader: Reader, noun: NounName, id: number): string =>
  hash('sha256', JSON.stringify(nouns[noun].enteredAs(reader, id)))

const REVERSED = 'stock.reverseConversion'

/** Every command that took part is answered by its opposite, the last first; what is refused keeps all of it as it is. */
export function undoMerge(
  port: GivingPort,
  tx: Tx,
  actor: Actor,
  input: { readonly id: number; readonly undoneOn: BusinessDate },
): { done: true } {
  const row = mergeStore.byId(tx, input.id) ?? refuse('duplicates.mergeUnknown', {}, 'id')
  if (row.undoneAt !== null) refuse('duplicates.undoneAlready', {}, 'id')
  if (mergeStore.laterOf(tx, row) !== undefined) refuse('duplicates.laterMerge', {}, 'id')
  if (markOf(tx, row.noun, row.intoId) !== row.mark) {
    refuse('duplicates.changedSince', { into: nouns[row.noun].ref(tx, row.intoId).name }, 'id')
  }
  const reason = nouns[row.noun].ref(tx, row.fromId).code
  const commands = JSON.parse(row.back) as GivenCommand[]
  // Whatever it belongs to, it is there again first.
  const ordered = [...commands.filter(isRestoring), ...commands.filter((command) => !isRestoring(command))]
  for (const { name, input: known } of ordered) {
    const when = name === REVERSED ? { reversedOn: input.undoneOn, reason } : {}
    const given = port.giveInside(actor, name, { ...known, ...when })
    if (given instanceof Refusal) throw given
  }
  mergeStore.setUndone(tx, row.id)
  tx.announce({ kind: 'duplicates.undone', id: row.id })
  return { done: true }
}

const isRestoring = ({ name }: GivenCommand): boolean => name.includes('.restore')

export function listMerges(reader: Reader, input: ListInput & { noun: NounName }) {
  const { rows, total } = mergeStore.list(reader, input)
  const { ref } = nouns[input.noun]
  return {
    rows: rows.map(({ id, fromId, intoId, mergedOn, mergedBy, undoneAt }) => ({
      id,
      from: ref(reader, fromId),
      into: ref(reader, intoId),
      mergedOn,
      mergedBy,
      undoneAt,
    })),
    total,
    sums: {},
  }
}
