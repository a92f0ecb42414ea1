import { refuse } from '../../../../shared/errors'
import { nextNumber } from '../../../foundation/company'
import { index } from '../../../foundation/search'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { FINDINGS_SHOWN, postJournal, reverseJournal, type ClosingCheck } from '../../../ledgers/accounting'
import { inputStore, type SourceRef } from './input-store'

export const CERTIFICATION = 'tax.certification'

/** 认证: the input tax of these documents is deducted in the month of the day, whenever they were posted. */
export function certify(tx: Tx, actor: Actor, input: { certifiedOn: string; documents: readonly SourceRef[] }) {
  const { certifiedOn } = input
  const waiting = input.documents.map((document, at) => {
    const found = inputStore.waitingOf(tx, document)
    if (found === undefined) refuse('tax.nothingToCertify', {}, `documents.${at}`)
    const { number, postedOn } = found
    if (found.isDeferred === 1) refuse('tax.deferred', { document: number }, `documents.${at}`)
    if (certifiedOn < postedOn) refuse('tax.certifiedBeforePosted', { document: number, on: postedOn }, 'certifiedOn')
    return found
  })
  const twice = waiting.find((one, at) => waiting.findIndex(({ number }) => number === one.number) !== at)
  if (twice !== undefined) refuse('tax.documentTwice', { document: twice.number }, 'documents')
  const amountMinor = waiting.reduce((sum, document) => sum + document.amountMinor, 0)
  const number = nextNumber(tx, 'TC', certifiedOn)
  const id = inputStore.insertCertification(tx, number, certifiedOn, amountMinor, actor.userId)
  for (const document of waiting) inputStore.insertCertificationLine(tx, id, document, document.amountMinor)
  postJournal(tx, actor, {
    postedOn: certifiedOn,
    memo: `${number} ${waiting.map((document) => document.number).join(' ')}`.slice(0, 200),
    source: { kind: CERTIFICATION, id },
    lines: waiting.flatMap((document) => [
      { role: 'input-tax' as const, debitMinor: document.amountMinor, memo: document.number },
      { role: 'input-tax-pending' as const, creditMinor: document.amountMinor, memo: document.number },
    ]),
  })
  index(tx, { kind: CERTIFICATION, id, title: number, subtitle: certifiedOn, words: [] })
  tx.announce({ kind: 'tax.certified', id })
  return { id, number, state: 'posted' }
}

export function defer(tx: Tx, input: { documents: readonly SourceRef[]; isDeferred: boolean }): { done: true } {
  for (const [at, document] of input.documents.entries()) {
    if (inputStore.waitingOf(tx, document) === undefined) refuse('tax.nothingToCertify', {}, `documents.${at}`)
    inputStore.defer(tx, document, input.isDeferred)
  }
  tx.announce({ kind: 'tax.deferred' })
  return { done: true }
}

export function getCertification(reader: Reader, id: number) {
  const found = inputStore.findCertification(reader, id) ?? refuse('tax.certificationUnknown', {})
  return { ...found, lines: inputStore.certificationLines(reader, id) }
}

export function reverseCertification(tx: Tx, actor: Actor, input: { id: number; reversedOn: string; reason: string }) {
  const { id, number, state } = getCertification(tx, input.id)
  if (state === 'reversed') refuse('tax.certificationReversed', { number })
  const memo = [number, input.reason].filter((text) => text !== '').join(' ')
  reverseJournal(tx, actor, { kind: CERTIFICATION, id }, { postedOn: input.reversedOn, memo })
  inputStore.markCertificationReversed(tx, id)
  tx.announce({ kind: 'tax.certificationReversed', id })
  return { id, number, state: 'reversed' }
}

/** Before a month is closed: invoices of it and earlier ones whose tax still waits. */
const uncertified: ClosingCheck = {
  key: 'tax.uncertified',
  severity: 'warns',
  page: 'tax.inputTax',
  find(reader, { endsOn }) {
    const waiting = inputStore.waitingUntil(reader, endsOn)
    const findings = waiting
      .slice(0, FINDINGS_SHOWN)
      .map(({ sourceKind, sourceId, number, postedOn, amountMinor }) => ({
        kind: sourceKind,
        id: sourceId,
        label: number,
        on: postedOn,
        amountMinor,
      }))
    return { count: waiting.length, findings }
  },
}

export const closingChecks: readonly ClosingCheck[] = [uncertified]
