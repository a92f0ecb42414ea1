import type { tax as en } from '../../en/refusals/tax'
import type { SameKeys } from '../../same-keys'

export const tax: SameKeys<typeof en> = {
  fromAfterTo: '截止日期早于起始日期。请更正。',
}
