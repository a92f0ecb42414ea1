import type { budgets as en } from '../en/budgets'
import type { SameKeys } from '../same-keys'

export const budgets: SameKeys<typeof en> = {
  title: '预算编制',
  hint: '按科目和月份填写全年收入与费用；填“全年”则平均分摊到各月。',
  year: '年度',
  monthShort: '{{month}}月',
  wholeYear: '全年',
  noDepartment: '未分部门',
  whole: '全公司',
  takeLastYear: '取上年实际数',
  revenue: '收入',
  expense: '费用',
  profit: '利润',
  variance: '预算执行情况',
  varianceHint: '点击预算数打开预算表，点击实际数打开明细账。负数表示不及预算。',
  figures: { budgetMinor: '预算数', actualMinor: '实际数', betterMinor: '差异' },
  used: '完成率',
  nothing: '没有预算，也没有发生额',
  nothingHint: '请编制本年度预算，或选择其他月份。',
}
