import type { stock as en } from '../../en/refusals/stock'
import type { SameKeys } from '../../same-keys'

export const stock: SameKeys<typeof en> = {
  notAStockItem: '{{item}} 是服务，不记库存。请选择存货。',
  lotUnknown: '{{item}} 没有批号 {{lot}}。请核对标签，或不填批号，由系统取最早到期的。',
  lotNeeded: '{{item}} 按批号管理。请填写所制成货物的批号。',
  lotNowhere: '没有商品使用批号或序列号 {{lot}}。请核对标签。',
  notEnoughFree: '{{item}}：需要 {{wanted}}，本仓可用 {{free}}。请减少数量，或先收货。',
  sameWarehouse: '货物已经在 {{warehouse}}。请选择另一个仓库作为目的地。',
  transferUnknown: '此调拨单已不存在。请刷新列表。',
  transferClosed: '调拨单 {{number}} 已到货或已冲销，不能再收货。',
  transferReversed: '调拨单 {{number}} 已经冲销。',
  arrivedBeforeSent: '货物于 {{date, date}} 发出，到货日期不能早于该日。',
  arrivalMissing: '调拨单 {{number}}：请为每一行填写到货数量，未到货填 0。',
  conversionUnknown: '此单据已不存在。请刷新列表。',
  conversionReversed: '{{number}} 已经冲销。',
  madeOfItself: '{{item}} 的同一批号既被领用又被制成。请从一方删除，或为制成品另定批号。',
  revaluationUnknown: '此存货调价单已不存在。请刷新列表。',
  revaluationReversed: '存货调价单 {{number}} 已经冲销。',
  lotNotValuedAlone: '{{item}} 按移动加权平均计价，批次没有单独的成本。请不填批号，或更改其类别的计价方法。',
  nothingToRevalue: '{{item}} 在此仓没有库存。只有在库存货才能调整价值。',
  valueSame: '{{item}} 现在就是这个价值。请填写另一个金额。',
  aheadUnknown: '该单据已不存在。请刷新列表。',
  aheadReversed: '{{number}} 已经冲销。',
  aheadSettledAlready: '{{number}} 已有部分由收货单核销。请先冲销该收货单。',
}
