export type ExpiryProposal = 'none' | 'promote' | 'return' | 'write-off'

/** A supplier takes goods back only with this much life left. */
const RETURN_DAYS = 30

/** What to do about a lot that expires: nothing where it sells in time, else the way that loses least. */
export function expiryProposal(lot: {
  readonly daysLeft: number
  readonly sellsInDays: number | null
  readonly hasSupplier: boolean
}): ExpiryProposal {
  if (lot.daysLeft < 0) return 'write-off'
  if (lot.sellsInDays !== null && lot.sellsInDays <= lot.daysLeft) return 'none'
  return lot.hasSupplier && lot.daysLeft >= RETURN_DAYS ? 'return' : 'promote'
}
