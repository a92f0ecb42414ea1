import type { orders as en } from '../../en/refusals/orders'
import type { SameKeys } from '../../same-keys'

export const orders: SameKeys<typeof en> = {
  requestUnknown: '该订单已不在队列中。',
  requestNotOpen: '{{number}} 已不在等待中，请刷新列表查看。',
  lineUnknown: '该行已属于其他订单，请刷新页面。',
  numberTaken: '单号 {{number}} 已用其他内容提交过。修改后的订单请用新的单号。',
  onHold: '订单已挂起：{{reason}}。请先处理并解除挂起。',
  notClear: '{{number}} 还有问题（{{problems}}），请先处理。',
  merged: '{{number}} 已并入其他订单，请取消那张订单。',
  mergeNeedsTwo: '请至少选择两张订单。',
  mergeDiffers: '{{one}} 与 {{other}} 的客户、地址、渠道或仓库不同，不能合并。',
  mergeHeld: '挂起的订单不能合并，请先解除挂起。',
  splitNeedsSome: '请选择部分行，不能是全部：所选行会成为单独的订单。',
  nothingToSplit: '这张订单在这方面没有差别，无需拆分。',
}
