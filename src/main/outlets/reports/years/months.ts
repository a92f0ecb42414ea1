import type { BusinessDate } from '../../../../shared/values/date'

/** The twelve months up to a day, the earliest first: `2026-03` for 2026-03-15. */
export function twelveMonths(on: BusinessDate): string[] {
  const [year = 0, month = 0] = on.split('-').map(Number)
  return Array.from({ length: 12 }, (_none, back) => {
    const at = year * 12 + (month - 1) - (11 - back)
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
  })
}
