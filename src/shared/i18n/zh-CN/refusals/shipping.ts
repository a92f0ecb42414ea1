import type { shipping as en } from '../../en/refusals/shipping'
import type { SameKeys } from '../../same-keys'

export const shipping: SameKeys<typeof en> = {
  nothingPacked: '订单 {{number}} 没有已打包的货物，请先打包。',
  shipmentUnknown: '该发货单已不存在。',
  shipmentReversed: '{{number}} 已经冲销。',
  returnedAlready: '{{number}} 的货物已由 {{returns}} 退回，发货单不能冲销。',
  invoicedAlready: '{{number}} 的货物已由 {{invoices}} 开票，请先冲销发票。',
  returnUnknown: '该退货单已不存在。',
  returnReversed: '{{number}} 已经冲销。',
  notACustomer: '{{partner}} 不是客户，请选择退货的客户。',
  shipmentLineUnknown: '该行不属于此发货单，请重新选择。',
  shipmentOfOther: '{{number}} 发给了其他客户，请选择本客户的发货单。',
  returnedTooMany: '{{item}}：该发货单最多还能退 {{open}}，不能退 {{wanted}}。请更正数量。',
}
