import type { contract } from '../../../shared/contracts'
import type { Handlers } from '../../kernel/dispatch'
import { orderProposals } from './replenishment/order-proposals'
import { propose } from './replenishment/propose'
import { listScorecards } from './scorecard/scorecard'
import { termStore } from './terms/term-store'
import { removeTerm, saveTerm } from './terms/terms'

export const handlers: Handlers<typeof contract.suppliers> = {
  listTerms: (reader, _actor, input) => termStore.list(reader, input),
  saveTerm: (tx, _actor, input) => saveTerm(tx, input),
  removeTerm: (tx, _actor, input) => removeTerm(tx, input),
  listScorecards: (reader, _actor, input) => listScorecards(reader, input),
  propose: (reader, _actor, input) => propose(reader, input),
  orderProposals: (tx, actor, input) => orderProposals(tx, actor, input),
}
