import type { shipping as en } from '../../en/refusals/shipping'
import type { SameKeys } from '../../same-keys'

export const shipping: SameKeys<typeof en> = {
  sentBySupplier: '发货单 {{number}} 由供应商直运。请冲销对应的收货单。',
  nothingPacked: '订单 {{number}} 没有已打包的货物，请先打包。',
  lineNotShipped: '该行不在 {{shipment}} 上。请扫描该送货单的货物。',
  shipmentUnknown: '该发货单已不存在。',
  shipmentReversed: '{{number}} 已经冲销。',
  returnedAlready: '{{number}} 的货物已由 {{returns}} 退回，发货单不能冲销。',
  invoicedAlready: '{{number}} 的货物已由 {{invoices}} 开票，请先冲销发票。',
  returnUnknown: '该退货单已不存在。',
  returnReversed: '{{number}} 已经冲销。',
  returnInspected: '退货单 {{number}} 的商品已经检验（{{inspections}}），处理结果保持不变。',
  inspectedBeforeBack: '检验日期早于退货日期。请更正日期。',
  nothingHeld: '有一行没有待检验的商品，或者重复。请重新打开退货单。',
  inspectedTooMany: '{{item}}：待检验 {{held}}。处理数量不能超过它。',
  nothingInspected: '请至少填写一行重新入库或报废的数量。',
  exchangedAlready: '退货单 {{number}} 已经有换货订单。请从退货单打开。',
  notACustomer: '{{partner}} 不是客户，请选择退货的客户。',
  shipmentLineUnknown: '该行不属于此发货单，请重新选择。',
  shipmentOfOther: '{{number}} 发给了其他客户，请选择本客户的发货单。',
  returnedTooMany: '{{item}}：该发货单最多还能退 {{open}}，不能退 {{wanted}}。请更正数量。',
  serialNeverSold: '{{item}} 的序列号 {{serial}} 从未在本公司出现，无法退回。请核对标签。',
}
