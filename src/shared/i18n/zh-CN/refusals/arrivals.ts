import type { arrivals as en } from '../../en/refusals/arrivals'
import type { SameKeys } from '../../same-keys'

export const arrivals: SameKeys<typeof en> = {
  noticeUnknown: '该到货通知不存在。请从列表打开。',
  noticeBegun: '{{notice}} 已开始到货或已作废。尚在途的货物请另建通知。',
  unitDiffers: '第 {{row}} 行：{{unit}} 在表中的类型或所在托盘不一致。请改为一致。',
  palletOnPallet: '第 {{row}} 行：{{unit}} 是托盘，不能放在另一托盘上。请改为箱，或去掉所在托盘。',
  tooDeep: '{{unit}} 所在的容器本身已在托盘上。请直接登记在托盘上。',
  unitElsewhere: '第 {{row}} 行：{{unit}} 已在 {{notice}} 中登记。请核对标签。',
  itemUnknown: '第 {{row}} 行：没有编码为 {{item}} 的商品。请填写商品编码或条码。',
  serialsOneByOne: '第 {{row}} 行：{{item}} 按序列号逐件收货。请删去此行。',
  lotMissing: '第 {{row}} 行：{{item}} 按批次管理。请填写批号。',
  expiryMissing: '第 {{row}} 行：{{item}} 的批次需要有效期。请填写。',
  notOrdered: '第 {{row}} 行：{{item}} 通知 {{wanted}}，订单待收 {{open}}。请更正，或先补订单。',
  unitNotAnnounced: '{{unit}} 没有到货通知，或已收货。请按订单收货。',
  unitMissing: '有一行所指的容器不在清单中。请重新选择容器。',
  blindUnknown: '该到货记录不存在。请从列表打开。',
  blindSettled: '{{arrival}} 已处理。如有误，请冲销其收货单。',
  orderElsewhere: '{{order}} 属于另一仓库。请选择本仓库的订单。',
  orderWantsNothing: '{{order}} 不待收这些货物。请选择其他订单。',
}
