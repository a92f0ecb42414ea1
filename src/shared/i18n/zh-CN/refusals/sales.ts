import type { sales as en } from '../../en/refusals/sales'
import type { SameKeys } from '../../same-keys'

export const sales: SameKeys<typeof en> = {
  orderNotOpen: '订单 {{number}} 不再等待货物：为草稿、已发货、已关闭或已取消。请先确认。',
  lineUnknown: '该行不属于这张订单。请重新打开订单。',
  notSentDirectly: '{{item}} 是服务、套装或套装部件。只有商品可由供应商直运。',
  tooMuchDirectly: '{{item}}：需直运 {{wanted}}，未交 {{open}}，其中一部分正在拣货。请减少数量。',
  placeOfOtherCustomer: '{{warehouse}} 的货物只供该客户使用。请选择本公司的仓库。',
  nothingToSubstitute: '该订单行已不缺货。请重新读取任务。',
  substitutesNotTaken: '{{order}} 不接受替代品。缺货部分请交办公室处理。',
  notASubstitute: '{{item}} 不是这些货物的替代品。请选择列出的替代品。',
  substituteShort: '{{item}} 最多可给 {{free, quantity}}。请减少数量或选择其他替代品。',
  orderUnknown: '该订单已不存在。',
  orderNotDraft: '订单 {{number}} 已确认，不能修改。请取消后重新开单。',
  promisedBeforeOrdered: '承诺交货日早于下单日，请更正其中一个日期。',
  itemArchived: '{{item}} 已停用，请另选商品。',
  creditExceeded:
    '{{customer}} 将超出信用额度 {{limit}}，超出 {{over}}：应收 {{owed}}，在途订单 {{ordered}}，本单 {{order}}。请待收款或调高额度。',
  belowCost: '第 {{lines}} 行低于成本价。请更正单价，或由老板用账号和 PIN 批准。',
  discountOverLimit:
    '第 {{lines}} 行折扣达 {{given, percent}}，您最多可在客户价上让利 {{most, percent}}。请提高价格，或请额度更高的人批准。',
  orderOnHold: '订单已挂起：{{reason}}。请先处理并解除挂起。',
  orderNotHeld: '该订单没有挂起。',
  creditOverdue:
    '{{customer}} 的 {{document}} 已逾期 {{days}} 天，允许 {{allowed}} 天。请等待付款，或由有权限的人放行订单。',
  channelStockShort:
    '{{item}}：可用 {{free}}，该渠道最多可承诺 {{promisable}}，不能下 {{wanted}}。请减少数量或修改渠道保留量。',
  orderNotCancellable: '订单 {{number}} 的状态为 {{state}}，没有可取消的内容。',
  nothingToCancel: '订单 {{number}} 已全部发出，请改用退货。',
  nothingToInvoice: '订单 {{number}} 没有已发货未开票的内容，请先发货。',
  deliveryUnknown: '该发货单已不存在或已冲销。',
  nothingToInvoiceFor: '{{customer}} 到该日期没有未开票的货物，请选择更晚的日期。',
  invoiceUnknown: '该发票已不存在。',
  invoiceReversed: '{{number}} 已经冲销。',
  creditNoteStays: '红字发票 {{number}} 属于退货单，不能单独冲销。请冲销退货单，红字发票随之冲销。',
  currenciesMixed: '{{customer}} 的订单有多种币种。请逐单开票。',
  kitWithoutParts: '{{item}} 是套装，但没有组成件。请先在商品页录入组成件。',
  kitNotWhole: '{{item}} 是套装，只能按整套销售。请填写整数数量。',
}
