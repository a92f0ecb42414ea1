import type { tax as en } from '../../en/refusals/tax'
import type { SameKeys } from '../../same-keys'

export const tax: SameKeys<typeof en> = {
  onlyChinese: '纳税人身份只用于中国账套。',
  taxpayerFromFirst: '纳税人身份自某月 1 日起变更。请选择当月 1 日。',
  taxedSince: '{{on, date}} 已有计税业务。请选择以后月份的 1 日。',
  smallScaleDeductsNothing: '小规模纳税人不抵扣进项税额，无需认证。',
  nothingToCertify: '所选单据中有一张没有待认证的进项税额。请刷新后重新选择。',
  deferred: '{{document}} 已转待抵扣。请先转回。',
  certifiedBeforePosted: '{{document}} 的日期是 {{on, date}}。请选择当日或以后的日期。',
  documentTwice: '{{document}} 选了两次。请只选一次。',
  certificationUnknown: '没有这张认证单。请刷新列表。',
  certificationReversed: '{{number}} 已冲销，未作任何更改。',
  beyondDeducted: '截至该日只有 {{open}} 的进项税额可以转出。请调低。',
  transferOutUnknown: '没有这张转出单。请刷新列表。',
  transferOutReversed: '{{number}} 已冲销，未作任何更改。',
  fromAfterTo: '截止日期早于起始日期。请更正。',
}
