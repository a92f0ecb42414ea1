import type { counter as en } from '../../en/refusals/counter'
import type { SameKeys } from '../../same-keys'

export const counter: SameKeys<typeof en> = {
  tooLittle: '实收 {{tendered}} 不足应收 {{total}}，还差 {{missing}}。',
  nothingToPay: '没有应收金额。请填写单价，或改开销售订单。',
  saleUnknown: '没有这笔销售。',
  tillUnknown: '没有这个班次。请刷新列表后重试。',
  tillIsOpen: '{{account}} 的班次 {{till}} 还没有交班。请先交班，再开班。',
  tillIsClosed: '班次 {{till}} 已经交班，没有改动。',
  tillStillOpen: '班次 {{till}} 还没有交班。交班后才能打印交班单。',
  tillClosed: '{{account}} 还没有开班。请先清点备用金并开班，再收银。',
  tillOfOther: '班次 {{till}} 由他人开班。请先让其交班，再开自己的班。',
  notCash: '{{account}} 不是本位币现金账户。请选择现金账户。',
  closedBeforeOpened: '开班日期是 {{day}}。交班日期不能更早。',
  piecesDiffer: '各面额合计与总额不符。请重新清点，或不填面额。',
  faceTwice: '同一面额出现两次。请合并为一行。',
  takesTooMuch: '取出金额超过实点金额。最多取出实点金额。',
  takenWhere: '请选择现金存入的账户：银行或保险柜。',
  reasonWanted: '清点差额 {{difference}}，限额 {{limit}}。请重新清点，或填写原因。',
  differenceOverLimit: '清点差额 {{difference}}，超过限额 {{limit}}。需由有核销权限的人批准。',
}
