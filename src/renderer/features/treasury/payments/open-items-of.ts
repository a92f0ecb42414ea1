import { useQuery } from '@tanstack/react-query'
import { api, type Engine } from '../../../app/engine'

export type OpenItem = Awaited<ReturnType<Engine['accounting']['listOpenItems']>>['rows'][number]

/** What is open with a partner on one side, oldest due first; each item in its own currency. */
export function useOpenItems(role: 'receivable' | 'payable', partnerId: number | undefined): readonly OpenItem[] {
  const { data } = useQuery(
    api.accounting.listOpenItems.queryOptions({
      input: { role, partnerId: partnerId ?? 0, limit: 500, offset: 0, sort: 'dueOn' },
      enabled: partnerId !== undefined,
    }),
  )
  return (data?.rows ?? []).map((row) => ({
    ...row,
    amountMinor: row.foreignMinor ?? row.amountMinor,
    openMinor: row.foreignOpenMinor ?? row.openMinor,
  }))
}

/** What is settled of one item: in all, and the parts that no money covers. */
export interface Share {
  readonly amountMinor: number
  readonly discountMinor: number
  readonly writeOffMinor: number
  /** How much of the money it takes, where that is in another currency. */
  readonly paidMinor?: number
}
export type Shares = ReadonlyMap<number, Share>

/** What is owed of an item once discount and write-off are taken off, in its currency. */
export const owedOf = (share: Share): number => share.amountMinor - share.discountMinor - share.writeOffMinor

export const settledOf = (shares: Shares): number =>
  [...shares.values()].reduce((sum, { amountMinor }) => sum + amountMinor, 0)

/** The shares with one part of one item changed; an item that settles nothing falls out. */
export function withPart(shares: Shares, id: number, part: keyof Share, value: number | null): Shares {
  const before = shares.get(id) ?? { amountMinor: 0, discountMinor: 0, writeOffMinor: 0 }
  const next = new Map(shares)
  // Another amount takes other money; what was typed for the one before counts no more.
  const { paidMinor: _paid, ...rest } = before
  const share: Share = part === 'paidMinor' ? { ...before, paidMinor: value ?? 0 } : { ...rest, [part]: value ?? 0 }
  if (share.amountMinor === 0) next.delete(id)
  else next.set(id, share)
  return next
}

/**
 * Whole items as far as an amount reaches, oldest first; without an amount, all of them. What the partner's terms take
 * off for paying early is taken off where an item is paid as a whole.
 */
export function oldestFirst(
  items: readonly OpenItem[],
  amountMinor: number | null,
  discountOf: (item: OpenItem) => number = () => 0,
): Shares {
  let left = amountMinor ?? Number.POSITIVE_INFINITY
  const next = new Map<number, Share>()
  for (const item of items) {
    const offered = discountOf(item)
    const discountMinor = left >= item.openMinor - offered ? offered : 0
    const share = Math.min(item.openMinor, left + discountMinor)
    if (share === 0) continue
    next.set(item.id, { amountMinor: share, discountMinor, writeOffMinor: 0 })
    left -= share - discountMinor
  }
  return next
}
