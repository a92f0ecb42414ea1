import { refuse } from '../../../../shared/errors'
import { nextNumber } from '../../../foundation/company'
import { requirePartner } from '../../../foundation/parties'
import { index } from '../../../foundation/search'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import {
  carriedMinor,
  postJournal,
  reopenSettledBy,
  requireOpenItem,
  reverseJournal,
  settledLines,
  settleOpenItem,
  type OpenItemRole,
} from '../../../ledgers/accounting'
import { inCurrency, requireSameCurrency, writtenIn } from '../payments/money'
import type { DocumentAnswer } from '../payments/post-payment'
import { nettingStore } from './netting-store'

export const NETTING = 'treasury.netting'

/** What a partner owes us set against what we owe the partner (往来对冲): both sides fall by the same amount. */
export function netPartner(
  tx: Tx,
  actor: Actor,
  input: {
    partnerId: number
    nettedOn: string
    note: string
    applications: readonly { openItemId: number; amountMinor: number }[]
  },
): DocumentAnswer {
  const { partnerId, nettedOn, note } = input
  const partner = requirePartner(tx, partnerId)
  const items = input.applications.map(({ openItemId, amountMinor }) => {
    const item = requireOpenItem(tx, openItemId)
    return { openItemId, wantedMinor: amountMinor, role: item.role as OpenItemRole, item }
  })
  const currency = items[0]?.item.currency ?? null
  for (const { item } of items) requireSameCurrency(tx, currency, item.currency, 'applications')
  const sumOf = (role: OpenItemRole): number =>
    items.filter((item) => item.role === role).reduce((sum, { wantedMinor }) => sum + wantedMinor, 0)
  const wanted = sumOf('receivable')
  const owed = sumOf('payable')
  if (wanted !== owed || wanted <= 0) {
    const params = { receivable: writtenIn(tx, currency, wanted), payable: writtenIn(tx, currency, owed) }
    refuse('treasury.nettingNotEven', params, 'applications')
  }
  const settled = items.map(({ item, wantedMinor, role, openItemId }) => ({
    openItemId,
    role,
    amountMinor: carriedMinor(item, wantedMinor),
    foreignMinor: currency === null ? undefined : wantedMinor,
  }))
  const carriedOf = (role: OpenItemRole): number =>
    settled.filter((item) => item.role === role).reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  const [amountMinor, owedMinor] = [carriedOf('receivable'), carriedOf('payable')]
  const gain = owedMinor - amountMinor
  const number = nextNumber(tx, 'NT', nettedOn)
  const id = nettingStore.insert(tx, { number, partnerId, nettedOn, amountMinor, note }, actor.userId)
  const source = { kind: NETTING, id }
  for (const item of settled) settleOpenItem(tx, { ...item, partnerId, source, settledOn: nettedOn })
  postJournal(tx, actor, {
    postedOn: nettedOn,
    memo: [number, partner.name, note].filter((text) => text !== '').join(' '),
    source,
    lines: [
      { role: 'payable', partnerId, debitMinor: owedMinor, ...inCurrency(currency, owed) },
      { role: 'receivable', partnerId, creditMinor: amountMinor, ...inCurrency(currency, 0 - wanted) },
      // The same in their currency; the rates of their days differ.
      { role: 'exchange-gain', creditMinor: Math.max(gain, 0) },
      { role: 'exchange-loss', debitMinor: Math.max(0 - gain, 0) },
    ],
  })
  index(tx, { kind: NETTING, id, title: number, subtitle: partner.name, words: [partner.code] })
  tx.announce({ kind: 'treasury.partnerNetted', id })
  return { id, number, state: 'posted' }
}

function requireNetting(reader: Reader, id: number) {
  return nettingStore.find(reader, id) ?? refuse('treasury.nettingUnknown', {})
}

export function getNetting(reader: Reader, id: number) {
  const { partnerId, ...netting } = requireNetting(reader, id)
  const { code, name } = requirePartner(reader, partnerId)
  return {
    ...netting,
    partner: { id: partnerId, code, name },
    lines: settledLines(reader, { kind: NETTING, id }),
  }
}

export function reverseNetting(
  tx: Tx,
  actor: Actor,
  input: { id: number; reversedOn: string; reason: string },
): DocumentAnswer {
  const { id, number, state } = requireNetting(tx, input.id)
  if (state === 'reversed') refuse('treasury.documentReversed', { number })
  const source = { kind: NETTING, id }
  reopenSettledBy(tx, source, { settledOn: input.reversedOn })
  const memo = [number, input.reason].filter((text) => text !== '').join(' ')
  reverseJournal(tx, actor, source, { postedOn: input.reversedOn, memo })
  nettingStore.markReversed(tx, id)
  tx.announce({ kind: 'treasury.nettingReversed', id })
  return { id, number, state: 'reversed' }
}
