import { addDays } from '../../../shared/values/date'
import { companyProfile } from '../../foundation/company'
import type { Reader } from '../../kernel/db'
import { taxpayerOn } from '../../ledgers/accounting'

/**
 * Declarations of the Chinese pack fall due on the 15th after their month or quarter, on a Monday where that is a weekend.
 * A general taxpayer declares VAT by the month, a small-scale one by the quarter.
 */
export function taxCalendar(reader: Reader, { year }: { readonly year: number }) {
  if (companyProfile(reader).pack !== 'cn-sbe') return []
  return Array.from({ length: 12 }, (_month, at) => at + 1).flatMap((month) => {
    const month2 = String(month).padStart(2, '0')
    const following = month === 12 ? `${year + 1}-01-15` : `${year}-${String(month + 1).padStart(2, '0')}-15`
    const dueOn = afterWeekend(following)
    const isQuarterEnd = month % 3 === 0
    const quarter = `${year}-Q${Math.ceil(month / 3)}`
    const isSmall = taxpayerOn(reader, `${year}-${month2}-28`).kind === 'small-scale'
    const vat = (['vat', 'surcharges'] as const).map((what) => ({
      what,
      period: isSmall ? quarter : `${year}-${month2}`,
      dueOn,
    }))
    const quarterly = (['income', 'stamp'] as const).map((what) => ({ what, period: quarter, dueOn }))
    return [...(isSmall && !isQuarterEnd ? [] : vat), ...(isQuarterEnd ? quarterly : [])]
  })
}

function afterWeekend(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, weekday === 6 ? 2 : weekday === 0 ? 1 : 0)
}
