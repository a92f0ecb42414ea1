import type { contract } from '../../../shared/contracts'
import { refuse } from '../../../shared/errors'
import type { Handlers } from '../../kernel/dispatch'
import { forget } from '../search'
import { requirePartner, toPartner } from './partner'
import { partnerStore } from './partner-store'
import { addPartner, makeFindable, requireSound, toFields } from './save-partner'

export const handlers: Handlers<typeof contract.parties> = {
  listPartners: (reader, _actor, input) => ({
    rows: partnerStore.page(reader, input).map(toPartner),
    total: partnerStore.count(reader, input),
    sums: {},
  }),
  getPartner: (reader, _actor, input) => {
    const row = partnerStore.byId(reader, input.id)
    return row === undefined ? refuse('parties.partnerUnknown') : toPartner(row)
  },
  addPartner: (tx, _actor, input) => ({ id: addPartner(tx, input) }),
  changePartner: (tx, _actor, input) => {
    if (partnerStore.byId(tx, input.id) === undefined) refuse('parties.partnerUnknown')
    requireSound(tx, input, input.id)
    partnerStore.update(tx, input.id, toFields(input))
    makeFindable(tx, input.id, input)
    tx.announce({ kind: 'parties.partnerChanged', id: input.id })
    return { done: true }
  },
  archivePartner: (tx, _actor, input) => {
    const { mergedInto = null } = input
    if (mergedInto === input.id) refuse('parties.mergedIntoItself', {}, 'mergedInto')
    if (mergedInto !== null && !requirePartner(tx, mergedInto).active)
      refuse('parties.partnerUnknown', {}, 'mergedInto')
    if (partnerStore.archive(tx, input.id, mergedInto).changes === 0) refuse('parties.partnerUnknown')
    forget(tx, 'parties.partner', input.id)
    tx.announce({ kind: 'parties.partnerArchived', id: input.id })
    return { done: true }
  },
  restorePartner: (tx, _actor, input) => {
    if (partnerStore.restore(tx, input.id).changes === 0) refuse('parties.partnerUnknown')
    makeFindable(tx, input.id, requirePartner(tx, input.id))
    tx.announce({ kind: 'parties.partnerChanged', id: input.id })
    return { done: true }
  },
}
