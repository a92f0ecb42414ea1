import { refuse } from '../../../../shared/errors'
import { decimalText } from '../../../../shared/values/integers'
import { currencyDecimalsOf, nextNumber } from '../../../foundation/company'
import { requirePartner } from '../../../foundation/parties'
import { index } from '../../../foundation/search'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import {
  postJournal,
  reopenSettledBy,
  requireOpenItem,
  reverseJournal,
  settledBy,
  settleOpenItem,
  type OpenItemRole,
} from '../../../ledgers/accounting'
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
  const items = input.applications.map(({ openItemId, amountMinor }) => ({
    openItemId,
    amountMinor,
    role: requireOpenItem(tx, openItemId).role as OpenItemRole,
  }))
  const sumOf = (role: OpenItemRole): number =>
    items.filter((item) => item.role === role).reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  const amountMinor = sumOf('receivable')
  const owedMinor = sumOf('payable')
  if (amountMinor !== owedMinor || amountMinor <= 0) {
    const decimals = currencyDecimalsOf(tx)
    const params = { receivable: decimalText(amountMinor, decimals), payable: decimalText(owedMinor, decimals) }
    refuse('treasury.nettingNotEven', params, 'applications')
  }
  const number = nextNumber(tx, 'NT', nettedOn)
  const id = nettingStore.insert(tx, { number, partnerId, nettedOn, amountMinor, note }, actor.userId)
  const source = { kind: NETTING, id }
  for (const item of items) settleOpenItem(tx, { ...item, partnerId, source, settledOn: nettedOn })
  postJournal(tx, actor, {
    postedOn: nettedOn,
    memo: [number, partner.name, note].filter((text) => text !== '').join(' '),
    source,
    lines: [
      { role: 'payable', partnerId, debitMinor: amountMinor },
      { role: 'receivable', partnerId, creditMinor: amountMinor },
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
    lines: settledBy(reader, { kind: NETTING, id }).map(({ openItemId, amountMinor }) => {
      const { documentNumber, role, sourceKind, sourceId } = requireOpenItem(reader, openItemId)
      return { documentNumber, role, sourceKind, sourceId, amountMinor }
    }),
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
