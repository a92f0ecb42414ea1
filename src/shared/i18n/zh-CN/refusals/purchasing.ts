import type { purchasing as en } from '../../en/refusals/purchasing'
import type { SameKeys } from '../../same-keys'

export const purchasing: SameKeys<typeof en> = {
  orderOverLimit: '订单金额 {{amount, money}}，您的采购限额为 {{most, money}}。请额度更高的人批准。',
  orderUnknown: '没有这张采购订单。请刷新列表后重试。',
  receiptUnknown: '没有这张收货单。请刷新列表后重试。',
  invoiceUnknown: '没有这张供应商发票。请刷新列表后重试。',
  orderNotDraft: '订单 {{order}} 已确认，不能修改。请取消后重新录入。',
  orderNotConfirmed: '该订单仍是草稿。请先确认，再收货。',
  orderNotOpen: '订单 {{order}} 不再收货：已收齐、已关闭或已取消。请为这些货物新建订单。',
  orderNotCancellable: '订单 {{order}} 已收齐、已关闭或已取消，没有可取消的内容。',
  expectedBeforeOrdered: '预计到货日期早于订货日期。请更正其中一个日期。',
  itemIsService: '{{item}} 是服务，不能入库。采购订单只能包含货物。',
  itemArchived: '{{item}} 已停用。请选择其他商品。',
  lineUnknown: '该行不属于订单 {{order}}。请扫描该订单的货物。',
  overReceived:
    '{{item}}：扫描 {{wanted}}，尚待收 {{open}}（已收 {{received}}，订购 {{ordered}}）。请按订购数量收货，超出部分另下订单。',
  lotMissing: '{{item}} 按批次管理。请扫描或输入批号。',
  expiryMissing: '{{item}} 批次 {{lot}}：缺少到期日。请按标签扫描或输入。',
  receiptReversed: '收货单 {{receipt}} 已经冲销，未作任何更改。',
  receiptInvoiced: '收货单 {{receipt}} 已开票。请先冲销供应商发票。',
  receiptLineOfOther: '有一行属于其他供应商的收货单。请按供应商分别开票。',
  lineTwice: '同一收货行录入了两次。请合并为一行并填写总数量。',
  overInvoiced: '收货单 {{receipt}} 的 {{item}}：开票 {{wanted}}，未开票 {{open}}。开票数量不能超过收货数量。',
  referenceTaken: '该供应商的发票 {{reference}} 已录入为 {{invoice}}。请核对发票号码。',
  landedCostUnknown: '没有这张采购费用单。请刷新列表后重试。',
  landedCostReversed: '采购费用单 {{number}} 已经冲销，未作任何更改。',
  landedBasisMissing: '{{item}} 未填写分摊依据（{{basis}}），将不承担费用。请在商品上填写，或改按金额或数量分摊。',
  landedBasisZero: '这些入库单没有可作分摊依据的金额。请改按数量分摊。',
  receiptHasLandedCost: '入库单 {{receipt}} 已承担采购费用 {{costs}}。请先冲销该费用单。',
  dueBeforeInvoiced: '到期日早于发票日期。请更正其中一个日期。',
  invoiceReversed: '发票 {{invoice}} 已经冲销，未作任何更改。',
}
