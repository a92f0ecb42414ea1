import type { tax as en } from '../../en/refusals/tax'
import type { SameKeys } from '../../same-keys'

export const tax: SameKeys<typeof en> = {
  onlyChinese: '纳税人身份只用于中国账套。',
  taxpayerFromFirst: '纳税人身份自某月 1 日起变更。请选择当月 1 日。',
  taxedSince: '{{on, date}} 已有计税业务。请选择以后月份的 1 日。',
  smallScaleDeductsNothing: '小规模纳税人不抵扣进项税额，无需认证。',
  fromAfterTo: '截止日期早于起始日期。请更正。',
}
