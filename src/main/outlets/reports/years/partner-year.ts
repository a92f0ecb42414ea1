import type { BusinessDate } from '../../../../shared/values/date'
import { requirePartner } from '../../../foundation/parties'
import type { Reader } from '../../../kernel/db'
import { twelveMonths } from './months'
import { partnerQueries } from './partner-queries'

/** A partner over twelve months: sold to them and bought from them, what is open, what was ordered and paid last. */
export function partnerYear(reader: Reader, { partnerId, on }: { partnerId: number; on: BusinessDate }) {
  const { id } = requirePartner(reader, partnerId)
  const months = twelveMonths(on)
  const from = `${months[0] ?? ''}-01`
  const sold = new Map(partnerQueries.sold(reader, id, from, on).map((row) => [row.month, row.netMinor]))
  const bought = new Map(partnerQueries.bought(reader, id, from, on).map((row) => [row.month, row.netMinor]))
  const open = partnerQueries.open(reader, id, on)
  const claim = (role: string) => {
    const { openMinor = 0, overdueMinor = 0 } = open.find((row) => row.role === role) ?? {}
    return { openMinor, overdueMinor }
  }
  return {
    months: months.map((month) => ({
      month,
      soldMinor: sold.get(month) ?? 0,
      boughtMinor: bought.get(month) ?? 0,
    })),
    receivable: claim('receivable'),
    payable: claim('payable'),
    openOrders: partnerQueries.openOrders(reader, id),
    lastPapers: partnerQueries.lastPapers(reader, id),
  }
}
