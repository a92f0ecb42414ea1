import type { deposits as en } from '../../en/refusals/deposits'
import type { SameKeys } from '../../same-keys'

export const deposits: SameKeys<typeof en> = {
  depositUnknown: '没有这张定金单。请刷新列表后重试。',
  orderUnknown: '没有这张订单。请重新打开订单后再试。',
  orderNotOpen: '订单 {{order}} 是草稿、已关闭或已取消。请先确认订单；已关闭的订单无需定金。',
  accountOfOtherCurrency: '定金 {{number}} 的币种是 {{currency}}。请选择 {{currency}} 账户，以便发票冲抵。',
  dueBeforeAsked: '到期日早于提出日期。请更正其中一个日期。',
  beyondOrder: '订单 {{order}} 共 {{total}}，还可收取 {{left}}。请不要超过这个金额。',
  notAsked: '定金单 {{number}} 已经付款或取消，未作任何更改。',
  notOurs: '{{number}} 是供应商要求的预付款，单据由供应商出具。',
}
