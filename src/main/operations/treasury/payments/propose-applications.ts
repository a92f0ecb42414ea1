import type { Reader } from '../../../kernel/db'
import { openItemQueries, type OpenItemRow } from './open-item-queries'

export interface Proposal {
  readonly openItemId: number
  readonly documentNumber: string
  readonly amountMinor: number
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
  },
): { rows: Proposal[]; reason: ProposalReason; leftMinor: number } {
  const role = input.direction === 'in' ? 'receivable' : 'payable'
  const items = openItemQueries.ofPartner(reader, role, input.partnerId)
  const { rows, ...rest } = chooseItems(items, input)
  return { rows: [...rows], ...rest }
}

/**
 * Items oldest due first. By reference: first those whose number stands in the text, then one of exactly the amount.
 * What neither names falls back to the oldest, never beyond the amount. Credit notes are left to whoever applies by hand.
 */
export function chooseItems(
  items: readonly OpenItemRow[],
  wish: { readonly amountMinor: number; readonly by: 'oldest' | 'reference'; readonly reference: string },
): Proposals {
  const invoices = items.filter(({ openMinor }) => openMinor > 0)
  if (wish.by === 'reference') {
    const named = invoices.filter((item) => isNamedIn(item, wish.reference))
    if (named.length > 0) return taken(named, wish.amountMinor, 'reference')
    const exact = invoices.find(({ openMinor }) => openMinor === wish.amountMinor)
    if (exact !== undefined) return taken([exact], wish.amountMinor, 'amount')
  }
  return taken(invoices, wish.amountMinor, 'oldest')
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

function taken(items: readonly OpenItemRow[], amountMinor: number, reason: ProposalReason): Proposals {
  let leftMinor = amountMinor
  const rows: Proposal[] = []
  for (const { id, documentNumber, openMinor } of items) {
    const share = Math.min(openMinor, leftMinor)
    if (share === 0) break
    rows.push({ openItemId: id, documentNumber, amountMinor: share })
    leftMinor -= share
  }
  return { rows, reason: rows.length === 0 ? 'nothing' : reason, leftMinor }
}
