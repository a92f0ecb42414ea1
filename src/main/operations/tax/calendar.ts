import { addDays } from '../../../shared/values/date'
import { companyProfile } from '../../foundation/company'
import type { Reader } from '../../kernel/db'

/** Declarations of the Chinese pack fall due on the 15th after their month or quarter, on a Monday where that is a weekend. */
export function taxCalendar(reader: Reader, { year }: { readonly year: number }) {
  if (companyProfile(reader).pack !== 'cn-sbe') return []
  return Array.from({ length: 12 }, (_month, at) => at + 1).flatMap((month) => {
    const period = `${year}-${String(month).padStart(2, '0')}`
    const following = month === 12 ? `${year + 1}-01-15` : `${year}-${String(month + 1).padStart(2, '0')}-15`
    const dueOn = afterWeekend(following)
    const monthly = (['vat', 'surcharges'] as const).map((what) => ({ what, period, dueOn }))
    return month % 3 === 0
      ? [
          ...monthly,
          ...(['income', 'stamp'] as const).map((what) => ({ what, period: `${year}-Q${month / 3}`, dueOn })),
        ]
      : monthly
  })
}

function afterWeekend(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, weekday === 6 ? 2 : weekday === 0 ? 1 : 0)
}
