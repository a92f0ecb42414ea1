export interface MonthTurnover {
  readonly month: string
  readonly debitMinor: number
  readonly creditMinor: number
}

/**
 * Months with what they add up to from January on and the balance at their end. Turnover begins with January of the
 * span's first year; only months of the span are answered, those without turnover too where the account has a balance.
 */
export function monthsWithSums(
  turnover: readonly MonthTurnover[],
  span: { readonly from: string; readonly to: string; readonly balanceBeforeYearMinor: number },
) {
  const byMonth = new Map(turnover.map((row) => [row.month, row]))
  const rows = []
  let balanceMinor = span.balanceBeforeYearMinor
  let yearDebitMinor = 0
  let yearCreditMinor = 0
  const first = span.from.slice(0, 7)
  const last = turnover.at(-1)?.month ?? first
  for (let month = `${first.slice(0, 4)}-01`; month <= span.to.slice(0, 7) && month <= last; month = following(month)) {
    if (month.endsWith('-01')) yearDebitMinor = yearCreditMinor = 0
    const { debitMinor, creditMinor } = byMonth.get(month) ?? { debitMinor: 0, creditMinor: 0 }
    yearDebitMinor += debitMinor
    yearCreditMinor += creditMinor
    balanceMinor += debitMinor - creditMinor
    if (month < first || !byMonth.has(month)) continue
    rows.push({ month, debitMinor, creditMinor, yearDebitMinor, yearCreditMinor, balanceMinor })
  }
  return rows
}

function following(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}
