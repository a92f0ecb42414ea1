import { cashDiscountMinor } from '../../../../shared/values/cash-discount'
import { requirePartner } from '../../../foundation/parties'
import type { Reader } from '../../../kernel/db'
import { openItemQueries, type OpenItemRow } from './open-item-queries'

export interface Proposal {
  readonly openItemId: number
  readonly documentNumber: string
  /** What is settled of the item, the discount included. */
  readonly amountMinor: number
  readonly discountMinor: number
}

export type ProposalReason = 'reference' | 'amount' | 'oldest' | 'nothing'

export interface Proposals {
  readonly rows: readonly Proposal[]
  readonly reason: ProposalReason
  readonly leftMinor: number
}

/** Which open items of a partner an amount would settle. */
export function proposeApplications(
  reader: Reader,
  input: {
    direction: 'in' | 'out'
    partnerId: number
    amountMinor: number
    by: 'oldest' | 'reference'
    reference: string
    currency: string | null
    paidOn?: string | undefined
  },
): { rows: Proposal[]; reason: ProposalReason; leftMinor: number } {
  const role = input.direction === 'in' ? 'receivable' : 'payable'
  const items = openItemQueries.ofPartner(reader, role, input.partnerId, input.currency)
  const { paidOn } = input
  const terms = requirePartner(reader, input.partnerId)
  const discountOf = (item: OpenItemRow): number => (paidOn === undefined ? 0 : cashDiscountMinor(terms, item, paidOn))
  const { rows, ...rest } = chooseItems(items, input, discountOf)
  return { rows: [...rows], ...rest }
}

/**
 * Items oldest due first. By reference: first those whose number stands in the text, then one of exactly the amount.
 * What neither names falls back to the oldest, never beyond the amount. Credit notes are left to whoever applies by hand.
 */
export function chooseItems(
  items: readonly OpenItemRow[],
  wish: { readonly amountMinor: number; readonly by: 'oldest' | 'reference'; readonly reference: string },
  discountOf: (item: OpenItemRow) => number = () => 0,
): Proposals {
  const invoices = items.filter(({ openMinor }) => openMinor > 0)
  if (wish.by === 'reference') {
    const named = invoices.filter((item) => isNamedIn(item, wish.reference))
    if (named.length > 0) return taken(named, wish.amountMinor, 'reference', discountOf)
    const exact = invoices.find(
      (item) => item.openMinor === wish.amountMinor || item.openMinor - discountOf(item) === wish.amountMinor,
    )
    if (exact !== undefined) return taken([exact], wish.amountMinor, 'amount', discountOf)
  }
  return taken(invoices, wish.amountMinor, 'oldest', discountOf)
}

const letters = (text: string): string => text.toUpperCase().replaceAll(/[^\p{L}\d]/gu, '')

/** The whole number (`SI-2026-000012` however it is punctuated), or year and counter as people shorten it (2026-12). */
export function isNamedIn({ documentNumber }: { readonly documentNumber: string }, text: string): boolean {
  const number = letters(documentNumber)
  if (number.length < 4) return false
  if (letters(text).includes(number)) return true
  const parts = /^([A-Z]+)-?(\d{4})-?0*(\d+)$/i.exec(documentNumber)
  if (parts === null) return false
  const [, series = '', year = '', counter = ''] = parts
  const short = new RegExp(`(?<![\\p{L}\\d])${series}\\s*[-/ ]?\\s*(?:${year}\\s*[-/ ]?\\s*)?0*${counter}(?!\\d)`, 'iu')
  return short.test(text)
}

/**
 * A discount is for whoever pays the whole of an invoice, and is not given where the amount pays invoices in full to the
 * cent without it.
 */
function taken(
  items: readonly OpenItemRow[],
  amountMinor: number,
  reason: ProposalReason,
  discountOf: (item: OpenItemRow) => number,
): Proposals {
  const isInFull = reaches(items, amountMinor, ({ openMinor }) => openMinor)
  const isInNet = reaches(items, amountMinor, (item) => item.openMinor - discountOf(item))
  let leftMinor = amountMinor
  const rows: Proposal[] = []
  for (const item of items) {
    const { id, documentNumber, openMinor } = item
    const offered = isInNet || !isInFull ? discountOf(item) : 0
    const discountMinor = leftMinor >= openMinor - offered ? offered : 0
    const share = Math.min(openMinor, leftMinor + discountMinor)
    if (share === 0) break
    rows.push({ openItemId: id, documentNumber, amountMinor: share, discountMinor })
    leftMinor -= share - discountMinor
  }
  return { rows, reason: rows.length === 0 ? 'nothing' : reason, leftMinor }
}

/** The first items come to exactly the amount. */
function reaches(items: readonly OpenItemRow[], amountMinor: number, of: (item: OpenItemRow) => number): boolean {
  let sum = 0
  return items.some((item) => (sum += of(item)) === amountMinor)
}
