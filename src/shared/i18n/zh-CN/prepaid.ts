import type { prepaid as en } from '../en/prepaid'
import type { SameKeys } from '../same-keys'

export const prepaid: SameKeys<typeof en> = {
  title: '待摊费用',
  new: '新增待摊费用',
  name: '名称',
  state: '状态',
  states: { running: '摊销中', any: '全部' },
  startsOn: '起始月份',
  months: '摊销月数',
  month: '月份',
  stoppedOn: '终止月份',
  account: '待摊科目',
  accountHint: '付款时入账的科目，例如长期待摊费用。',
  expenseAccount: '费用科目',
  amounts: { amountMinor: '原值', takenMinor: '已摊销', leftMinor: '未摊销' },
  parts: '各月摊销',
  nothingTaken: '尚未摊销：由期末凭证逐月生成。',
  none: '没有待摊费用',
  noneHint: '一次支付多个月的房租、保险或装修费，逐月计入费用。',
  stop: { end: '一次摊完', cancel: '录入有误' },
  stopHints: {
    end: '未摊销余额随当月期末凭证一次计入费用。',
    cancel: '已摊销金额随当月期末凭证全部转回。',
  },
  resume: '恢复摊销',
}
