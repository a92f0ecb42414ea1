import type { contract } from '../../../shared/contracts'
import { refuse } from '../../../shared/errors'
import type { Actor, GivingPort, Handlers } from '../../kernel/dispatch'
import { listMerges, merge, preview, standing, undoMerge } from './merge'

/** Whoever may change what is merged; what the merge gives asks for its own rights beside. */
function requireRight(actor: Actor, noun: 'item' | 'partner'): void {
  const right = noun === 'item' ? 'items.write' : 'parties.write'
  if (!actor.rights.has(right)) refuse('access.rightMissing', { right })
}

export const handlersOf = (port: GivingPort): Handlers<typeof contract.duplicates> => ({
  preview: (reader, actor, input) => {
    requireRight(actor, input.noun)
    return preview(reader, input)
  },
  standing: (reader, actor, input) => {
    requireRight(actor, input.noun)
    return standing(reader, input)
  },
  merge: (tx, actor, input) => {
    requireRight(actor, input.noun)
    return merge(port, tx, actor, input)
  },
  undoMerge: (tx, actor, input) => undoMerge(port, tx, actor, input),
  listMerges: (reader, actor, input) => {
    requireRight(actor, input.noun)
    return listMerges(reader, input)
  },
})
