import { refuse } from '../../../../shared/errors'
import { nextNumber } from '../../../foundation/company'
import { requirePartner } from '../../../foundation/parties'
import { index } from '../../../foundation/search'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { postJournal } from '../../../ledgers/accounting'
import { methodOf, moneyAccountFor, moneyLine } from '../accounts/accounts'
import { PAYMENT } from './apply'
import { advanceChanged, requirePayment } from './apply-advance'
import { moneyOn, requireSameCurrency, worthOf, writtenIn } from './money'
import { refundJournal } from './payment-posting'
import { paymentStore } from './payment-store'
import type { DocumentAnswer } from './post-payment'

/** Gives an advance back, whole or in part: a payment the other way, which reverses like any other. */
export function refundAdvance(
  tx: Tx,
  actor: Actor,
  input: {
    paymentId: number
    paidOn: string
    accountId?: number | undefined
    /** In the currency of the advance. */
    amountMinor: number
    rateMicro?: number | undefined
    reference: string
  },
): DocumentAnswer {
  const { paidOn, amountMinor, reference } = input
  const advance = requirePayment(tx, input.paymentId)
  if (advance.state === 'reversed') refuse('treasury.paymentReversed', { payment: advance.number })
  if (paidOn < advance.paidOn) refuse('treasury.appliedBeforePaid', { paidOn: advance.paidOn }, 'paidOn')
  const { currency } = advance
  const left = {
    currency,
    rateMicro: advance.rateMicro,
    amountMinor: advance.foreignUnappliedMinor ?? advance.unappliedMinor,
    baseMinor: advance.unappliedMinor,
  }
  if (amountMinor > left.amountMinor) {
    const open = writtenIn(tx, currency, left.amountMinor)
    const wanted = writtenIn(tx, currency, amountMinor)
    refuse('treasury.advanceExceeded', { payment: advance.number, open, wanted }, 'amountMinor')
  }
  const { partnerId } = advance
  const direction = advance.direction === 'in' ? 'out' : 'in'
  const account = moneyAccountFor(tx, input.accountId ?? advance.accountId ?? undefined, advance.method)
  requireSameCurrency(tx, currency, account.currency, 'accountId')
  const money = moneyOn(tx, currency, amountMinor, { on: paidOn, rateMicro: input.rateMicro })
  // It takes of the advance what that part came in for; what the money is worth by now may be more or less.
  const takenMinor = worthOf(left, amountMinor)
  const number = nextNumber(tx, direction === 'in' ? 'RC' : 'PY', paidOn)
  const partner = requirePartner(tx, partnerId)
  const id = paymentStore.insert(
    tx,
    {
      number,
      direction,
      partnerId,
      paidOn,
      method: methodOf(account),
      amountMinor: takenMinor,
      unappliedMinor: 0,
      reference,
      note: '',
      accountId: account.id,
      noteId: null,
      refundsId: advance.id,
      differenceMinor: 0,
      currency,
      rateMicro: money.rateMicro,
      foreignMinor: currency === null ? null : amountMinor,
      foreignUnappliedMinor: currency === null ? null : 0,
    },
    actor.userId,
  )
  paymentStore.takeFromAdvance(tx, advance.id, takenMinor, currency === null ? null : amountMinor)
  postJournal(tx, actor, {
    postedOn: paidOn,
    memo: [number, partner.name, advance.number].join(' '),
    source: { kind: PAYMENT, id },
    lines: refundJournal({
      direction,
      means: moneyLine(account),
      partnerId,
      amountMinor: takenMinor,
      moneyMinor: money.baseMinor,
      foreign: currency === null ? undefined : { currency, amountMinor },
    }),
  })
  index(tx, { kind: PAYMENT, id, title: number, subtitle: partner.name, words: [partner.code, reference] })
  advanceChanged.tell(tx, actor, { paymentId: advance.id, on: paidOn })
  tx.announce({ kind: 'treasury.advanceRefunded', id })
  return { id, number, state: 'posted' }
}
