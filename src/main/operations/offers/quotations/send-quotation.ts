import { refuse } from '../../../../shared/errors'
import { localDate, type BusinessDate } from '../../../../shared/values/date'
import { documentAmounts } from '../../../../shared/values/exchange/line-amounts'
import { nextNumber } from '../../../foundation/company'
import { documentMoney } from '../../../foundation/currencies'
import { requireCustomer } from '../../../foundation/parties'
import { index } from '../../../foundation/search'
import type { Tx } from '../../../kernel/db'
import { quotationStore, requireDraft, requireQuotation, requireSent } from './quotation-store'
import { pricedLines } from './save-quotation'

/** From now on it binds; a revision keeps the number that the customer knows. */
export function sendQuotation(tx: Tx, input: { id: number }) {
  const draft = requireDraft(tx, input.id)
  const customer = requireCustomer(tx, draft.customerId)
  if (draft.validUntil < localDate(tx.now)) refuse('offers.endsInThePast', { day: draft.validUntil }, 'validUntil')
  const number = draft.number ?? nextNumber(tx, 'QU', draft.quotedOn)
  quotationStore.send(tx, draft.id, number)
  const words = [customer.code, draft.customerReference]
  index(tx, { kind: 'offers.quotation', id: draft.id, title: number, subtitle: customer.name, words })
  tx.announce({ kind: 'offers.quotationSent', id: draft.id })
  return { id: draft.id, number, state: 'sent' }
}

/** A draft of the next revision over what no order has taken, until another day. */
export function reviseQuotation(tx: Tx, input: { id: number; validUntil: BusinessDate }) {
  const sent = requireSent(tx, input.id)
  const today = localDate(tx.now)
  if (input.validUntil < today) refuse('offers.endsInThePast', { day: input.validUntil }, 'validUntil')
  const open = quotationStore
    .linesOf(tx, sent.id, sent.revision)
    .filter((line) => line.orderedMicro < line.quantityMicro)
    .map((line) => ({
      ...line,
      quantityMicro: line.quantityMicro - line.orderedMicro,
      priceMicro: line.grossPriceMicro ?? line.foreignPriceMicro ?? line.priceMicro,
      includesTax: line.grossPriceMicro !== null,
    }))
  if (open.length === 0) refuse('offers.allOrdered', { number: sent.number ?? '' }, 'id')
  // Quoted anew today: at today's rate.
  const money = documentMoney(tx, { currency: sent.currency }, today)
  const lines = pricedLines(tx, open, money, today)
  quotationStore.beginRevision(tx, sent.id)
  quotationStore.change(tx, sent.id, {
    ...sent,
    quotedOn: today,
    validUntil: input.validUntil,
    ...documentAmounts(lines, money),
  })
  quotationStore.writeLines(tx, sent.id, sent.revision + 1, lines)
  tx.announce({ kind: 'offers.quotationRevised', id: sent.id })
  return { id: sent.id, number: sent.number, state: 'draft' }
}

export function loseQuotation(tx: Tx, input: { id: number; reason: string }) {
  const sent = requireSent(tx, input.id)
  quotationStore.setState(tx, sent.id, 'lost', input.reason)
  tx.announce({ kind: 'offers.quotationLost', id: sent.id })
  return { id: sent.id, number: sent.number, state: 'lost' }
}

export function reopenQuotation(tx: Tx, input: { id: number }) {
  const lost = requireQuotation(tx, input.id)
  if (lost.state !== 'lost') refuse('offers.quotationNotLost', { number: lost.number ?? '' }, 'id')
  quotationStore.setState(tx, lost.id, 'sent', null)
  tx.announce({ kind: 'offers.quotationReopened', id: lost.id })
  return { id: lost.id, number: lost.number, state: 'sent' }
}
