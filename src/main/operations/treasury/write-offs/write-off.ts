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
  settledLines,
  settleOpenItem,
  type JournalLine,
  type OpenItem,
  type OpenItemRole,
  type Role,
} from '../../../ledgers/accounting'
import { accountStore } from '../accounts/account-store'
import { inCurrency } from '../payments/money'
import type { DocumentAnswer } from '../payments/post-payment'
import type { WriteOffKind } from '../tables'
import { writeOffStore } from './write-off-store'

const WRITE_OFF = 'treasury.writeOff'

interface WriteOffInput {
  readonly partnerId: number
  readonly kind: WriteOffKind
  readonly writtenOn: string
  readonly note: string
  readonly openItemIds: readonly number[]
}

/**
 * Gives up what is left of open items, without money. `small`: remainders within the company's limit, for good or ill.
 * `bad-debt`: what a customer will not pay, of any size: the owner's decision.
 */
export function writeOff(tx: Tx, actor: Actor, input: WriteOffInput): DocumentAnswer {
  const { partnerId, kind, writtenOn, note } = input
  const partner = requirePartner(tx, partnerId)
  const items = [...new Set(input.openItemIds)].map((id) => requireOpenItem(tx, id))
  const limitMinor = accountStore.writeOffLimitMinor(tx)
  const written = (amountMinor: number): string => decimalText(amountMinor, currencyDecimalsOf(tx))
  if (kind === 'bad-debt' && !actor.rights.has('company.manage')) refuse('treasury.badDebtIsOwners', {}, 'kind')
  for (const { documentNumber: document, openMinor, role } of items) {
    if (openMinor === 0) refuse('treasury.nothingLeftOf', { document }, 'openItemIds')
    if (kind === 'bad-debt' && (role !== 'receivable' || openMinor < 0)) {
      refuse('treasury.noBadDebt', { document }, 'openItemIds')
    }
    if (kind === 'small' && Math.abs(openMinor) > limitMinor) {
      refuse(
        'treasury.writeOffBeyondLimit',
        { limit: written(limitMinor), wanted: written(Math.abs(openMinor)) },
        'openItemIds',
      )
    }
  }
  const sumOf = (role: OpenItemRole): number => sumOfOpen(items.filter((item) => item.role === role))
  const [receivableMinor, payableMinor] = [sumOf('receivable'), sumOf('payable')]
  const number = nextNumber(tx, 'WO', writtenOn)
  const head = { number, partnerId, kind, writtenOn, receivableMinor, payableMinor, note }
  const id = writeOffStore.insert(tx, head, actor.userId)
  const source = { kind: WRITE_OFF, id }
  for (const { id: openItemId, role, openMinor: amountMinor, foreignOpenMinor } of items) {
    const foreignMinor = foreignOpenMinor ?? undefined
    const settled = { openItemId, role: role as OpenItemRole, amountMinor, foreignMinor }
    settleOpenItem(tx, { ...settled, partnerId, source, settledOn: writtenOn })
  }
  postJournal(tx, actor, {
    postedOn: writtenOn,
    memo: [number, partner.name, note].filter((text) => text !== '').join(' '),
    source,
    lines: writeOffJournal(partnerId, kind, items),
  })
  index(tx, { kind: WRITE_OFF, id, title: number, subtitle: partner.name, words: [partner.code, note] })
  tx.announce({ kind: 'treasury.writtenOff', id })
  return { id, number, state: 'posted' }
}

const sumOfOpen = (items: readonly OpenItem[]): number => items.reduce((sum, { openMinor }) => sum + openMinor, 0)

/**
 * What we are owed no more is a cost, what we owe no more is none; each stands on the side that it takes. A foreign item
 * is given up at the rate of its document, which is what the books carry it at.
 */
function writeOffJournal(partnerId: number, kind: WriteOffKind, items: readonly OpenItem[]): JournalLine[] {
  const cost: Role = kind === 'small' ? 'rounding' : 'bad-debt'
  const currencies = [...new Set(items.map(({ currency }) => currency))]
  return (['receivable', 'payable'] as const).flatMap((role) =>
    currencies.flatMap((currency) => {
      const given = items.filter((item) => item.role === role && item.currency === currency)
      const costMinor = role === 'receivable' ? sumOfOpen(given) : 0 - sumOfOpen(given)
      const foreignMinor = given.reduce((sum, item) => sum + (item.foreignOpenMinor ?? 0), 0)
      const foreign = inCurrency(currency, role === 'receivable' ? 0 - foreignMinor : foreignMinor)
      return [
        { role: cost, partnerId, ...onSide(costMinor) },
        { role, partnerId, ...onSide(0 - costMinor), ...foreign },
      ]
    }),
  )
}

/** Debit above zero, credit below. */
const onSide = (amountMinor: number): { debitMinor: number } | { creditMinor: number } =>
  amountMinor >= 0 ? { debitMinor: amountMinor } : { creditMinor: 0 - amountMinor }

function requireWriteOff(reader: Reader, id: number) {
  return writeOffStore.find(reader, id) ?? refuse('treasury.writeOffUnknown', {})
}

export function getWriteOff(reader: Reader, id: number) {
  const { partnerId, receivableMinor, payableMinor, ...found } = requireWriteOff(reader, id)
  const { code, name } = requirePartner(reader, partnerId)
  return {
    ...found,
    partner: { id: partnerId, code, name },
    amountMinor: receivableMinor - payableMinor,
    lines: settledLines(reader, { kind: WRITE_OFF, id }),
  }
}

export function reverseWriteOff(
  tx: Tx,
  actor: Actor,
  input: { id: number; reversedOn: string; reason: string },
): DocumentAnswer {
  const { id, number, state } = requireWriteOff(tx, input.id)
  if (state === 'reversed') refuse('treasury.documentReversed', { number })
  const source = { kind: WRITE_OFF, id }
  reopenSettledBy(tx, source, { settledOn: input.reversedOn })
  const memo = [number, input.reason].filter((text) => text !== '').join(' ')
  reverseJournal(tx, actor, source, { postedOn: input.reversedOn, memo })
  writeOffStore.markReversed(tx, id)
  tx.announce({ kind: 'treasury.writeOffReversed', id })
  return { id, number, state: 'reversed' }
}
