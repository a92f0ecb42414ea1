import type { counter as en } from '../../en/refusals/counter'
import type { SameKeys } from '../../same-keys'

export const counter: SameKeys<typeof en> = {
  tooLittle: '实收 {{tendered}} 不足应收 {{total}}，还差 {{missing}}。',
  nothingToPay: '没有应收金额。请填写单价，或改开销售订单。',
  saleUnknown: '没有这笔销售。',
}
