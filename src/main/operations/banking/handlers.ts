import type { contract } from '../../../shared/contracts'
import { refuse } from '../../../shared/errors'
import type { Handlers } from '../../kernel/dispatch'
import { deleteStatement, importStatement } from './imports/import-statement'
import { listProfiles, saveProfile } from './imports/profiles'
import { statementStore } from './imports/statement-store'
import { listLines } from './line-queries'
import { acceptBooked, acceptEntry, acceptPayment, acceptTransfer, matchCertain } from './matching/accept'
import { matchStore } from './matching/match-store'
import { propose, requireBankLine } from './matching/propose'
import { ruleStore } from './matching/rule-store'
import { undoMatch } from './matching/undo-match'
import { proof } from './proof'

export const handlers: Handlers<typeof contract.banking> = {
  importStatement: (tx, actor, input) => importStatement(tx, actor, input),
  deleteStatement: (tx, _actor, input) => deleteStatement(tx, input.id),
  listStatements: (reader, _actor, input) => ({ rows: statementStore.ofAccount(reader, input.accountId) }),
  listProfiles: (reader) => ({ rows: listProfiles(reader) }),
  saveProfile: (tx, _actor, input) => saveProfile(tx, input),
  listLines: (reader, _actor, input) => listLines(reader, input),
  listBookLines: (reader, _actor, input) => ({
    rows: matchStore.bookLines(reader, input.accountId, input.from, input.to),
  }),
  propose: (reader, _actor, input) => ({
    rows: propose(reader, requireBankLine(reader, input.lineId)).map((proposal) => ({
      kind: proposal.kind,
      confidence: proposal.confidence,
      reasons: [...proposal.reasons],
      book: proposal.kind === 'book' ? proposal.book : null,
      payment:
        proposal.kind === 'payment'
          ? {
              partner: proposal.partner,
              applications: [...proposal.applications],
              leftMinor: proposal.leftMinor,
              exchange: proposal.exchange,
            }
          : null,
      accountCode: proposal.kind === 'entry' ? proposal.accountCode : null,
    })),
  }),
  acceptBooked: (tx, actor, input) => acceptBooked(tx, actor, input),
  acceptPayment: (tx, actor, input) => acceptPayment(tx, actor, input),
  acceptEntry: (tx, actor, input) => acceptEntry(tx, actor, input),
  acceptTransfer: (tx, actor, input) => acceptTransfer(tx, actor, input),
  matchCertain: (tx, actor, input) => matchCertain(tx, actor, input.accountId),
  undoMatch: (tx, actor, input) => undoMatch(tx, actor, input),
  proof: (reader, _actor, input) => proof(reader, input),
  listRules: (reader) => ({ rows: ruleStore.all(reader) }),
  deleteRule: (tx, _actor, input) => {
    if (!ruleStore.remove(tx, input.id)) refuse('banking.ruleUnknown', {})
    tx.announce({ kind: 'banking.ruleDeleted', id: input.id })
    return { done: true }
  },
}
