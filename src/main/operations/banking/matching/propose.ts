import { refuse } from '../../../../shared/errors'
import { addDays } from '../../../../shared/values/date'
import type { ExchangeRate } from '../../../../shared/values/exchange/rate'
import type { Reader } from '../../../kernel/db'
import { chooseItems, findMoneyAccount, isNamedIn } from '../../treasury'
import type { BankLine } from '../imports/statement-store'
import { dayReason, isSameName, judged, patternOf, type Judged, type Reason } from './confidence'
import { matchStore, type BookLine } from './match-store'
import { partnerQueries } from './partner-queries'
import { abroad } from './propose-abroad'
import { ruleStore } from './rule-store'

/** A booking further away than this is another one. */
const DAYS_APART = 45
const MOST_PROPOSALS = 6

export interface BookProposal extends Judged {
  readonly kind: 'book'
  readonly book: BookLine
}
export interface PaymentProposal extends Judged {
  readonly kind: 'payment'
  readonly partner: { readonly id: number; readonly code: string; readonly name: string }
  readonly applications: readonly {
    readonly openItemId: number
    readonly documentNumber: string
    /** In the item's currency. */
    readonly amountMinor: number
    /** What it takes of the money, where that is in another currency. */
    readonly paidMinor: number | null
  }[]
  readonly leftMinor: number
  /** Of items in another currency than the money: the day's rate, their worth by it in the money, our gain by then. */
  readonly exchange:
    | (ExchangeRate & {
        readonly itemCurrency: string
        readonly moneyCurrency: string
        readonly worthMinor: number
        readonly gainMinor: number
      })
    | null
}
export interface EntryProposal extends Judged {
  readonly kind: 'entry'
  readonly accountCode: string
}
export type Proposal = BookProposal | PaymentProposal | EntryProposal

export function requireBankLine(reader: Reader, id: number): BankLine {
  return matchStore.findLine(reader, id) ?? refuse('banking.lineUnknown', {}, 'lineId')
}

/** What a bank's line may be, the surest first: something in the books already, a payment of open items, a known cost. */
export function propose(reader: Reader, line: BankLine): Proposal[] {
  const proposals = [
    ...booked(reader, line),
    ...payments(reader, line),
    ...abroad(reader, line),
    ...knownCosts(reader, line),
  ]
  return proposals.toSorted((a, b) => b.confidence - a.confidence).slice(0, MOST_PROPOSALS)
}

/** Bookings of exactly this amount on the account that no statement has shown yet. */
export function booked(reader: Reader, line: BankLine): BookProposal[] {
  const { accountId, amountMinor, bookedOn } = line
  const first = matchStore.firstStatement(reader, accountId)?.fromOn ?? bookedOn
  const earliest = addDays(bookedOn, 0 - DAYS_APART)
  const from = earliest > first ? earliest : addDays(first, 0 - DAYS_APART)
  const candidates = matchStore.bookLinesOfAmount(reader, {
    accountId,
    amountMinor,
    from,
    to: addDays(bookedOn, DAYS_APART),
  })
  return candidates.map((book) => {
    const reasons: Reason[] = ['amount', ...dayReason(bookedOn, book.postedOn)]
    if (isReferredTo(book, line)) reasons.push('reference')
    if (isSameName(book.partnerName, line.counterparty)) reasons.push('name')
    return { kind: 'book', book, ...judged(reasons) }
  })
}

/** The document's own number in the bank's text, or the words that were given to the bank in the entry's text. */
function isReferredTo({ number, memo }: BookLine, line: BankLine): boolean {
  const said = `${line.text} ${line.bankReference}`
  if (isNamedIn({ documentNumber: number }, said)) return true
  const reference = memo.split(' ').at(-1) ?? ''
  return reference.length >= 4 && /\d/.test(reference) && said.toUpperCase().includes(reference.toUpperCase())
}

/** Who it may be from or to, and which of their open items the amount settles. */
function payments(reader: Reader, line: BankLine): PaymentProposal[] {
  const direction = line.amountMinor > 0 ? 'in' : 'out'
  const role = direction === 'in' ? 'receivable' : 'payable'
  const amountMinor = Math.abs(line.amountMinor)
  const { currency } = findMoneyAccount(reader, line.accountId)
  const rule = ruleStore.find(reader, direction, patternOf(line))
  const said = `${line.text} ${line.bankReference}`
  return partnerQueries.withOpenItems(reader, role, currency).flatMap((partner): PaymentProposal[] => {
    const items = partnerQueries.openItems(reader, role, currency, partner.id)
    const isNamed = items.some((item) => isNamedIn(item, said))
    const isKnown = rule?.partnerId === partner.id
    const isSame = isSameName(partner.name, line.counterparty) || isSameName(partner.name, line.text)
    const exact = items.some(({ openMinor }) => openMinor === amountMinor)
    if (!isNamed && !isKnown && !isSame && !exact) return []
    const { rows, reason, leftMinor } = chooseItems(items, { amountMinor, by: 'reference', reference: said })
    if (rows.length === 0) return []
    const reasons: Reason[] = []
    if (isNamed) reasons.push('reference')
    if (leftMinor === 0 && (reason !== 'oldest' || exact)) reasons.push('amount')
    if (isSame) reasons.push('name')
    if (isKnown) reasons.push('rule')
    if (reason === 'oldest' && !exact) reasons.push('oldest')
    const applications = rows.map((row) => Object.assign(row, { paidMinor: null }))
    return [{ kind: 'payment', partner, applications, leftMinor, exchange: null, ...judged(reasons) }]
  })
}

/** What the bookkeeper did with such lines before: each time makes it surer. */
function knownCosts(reader: Reader, line: BankLine): EntryProposal[] {
  const direction = line.amountMinor > 0 ? 'in' : 'out'
  const rule = ruleStore.find(reader, direction, patternOf(line))
  if (rule === undefined || rule.accountCode === null) return []
  return [
    { kind: 'entry', accountCode: rule.accountCode, confidence: Math.min(95, 55 + 10 * rule.hits), reasons: ['rule'] },
  ]
}
