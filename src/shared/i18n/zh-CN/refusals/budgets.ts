import type { budgets as en } from '../../en/refusals/budgets'
import type { SameKeys } from '../../same-keys'

export const budgets: SameKeys<typeof en> = {
  changedSince: '{{name}} 已在此期间保存 {{year}} 年预算。请重新打开后再修改。',
  notProfitOrLoss: '{{account}} 不是收入或费用科目。预算只按损益科目编制。',
  accountTwice: '{{account}} 出现在两行。请合并为一行。',
  partPlannedTwice: '{{account}} 已按总额编制预算，又单独编制了下级科目 {{part}}。请只选其一。',
  fromAfterTo: '截止日期早于起始日期。请更正。',
  oneYearOnly: '预算按年度编制。请只选择 {{year}} 年的月份。',
}
