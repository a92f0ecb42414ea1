import type { offers as en } from '../../en/refusals/offers'
import type { SameKeys } from '../../same-keys'

export const offers: SameKeys<typeof en> = {
  quotationUnknown: '该报价单已不存在。',
  quotationNotDraft: '报价单 {{number}} 已报出，修改请改版。',
  quotationNotSent: '报价单 {{number}} 未报出。请先确认报价或重新跟进。',
  quotationNotLost: '报价单 {{number}} 不是未成交状态。',
  customerStays: '报价单 {{number}} 的客户不能更换，请另开一张。',
  endsBeforeItBegins: '结束日期早于开始日期，请更正。',
  endsInThePast: '{{day}} 已过，请选择以后的日期。',
  expired: '报价单 {{number}} 的有效期至 {{day}}。请改版延期后再转为订单。',
  allOrdered: '报价单 {{number}} 已全部下单。',
  lineUnknown: '该行已不在报价单 {{number}} 上，请重新打开。',
  moreThanQuoted: '{{item}}：未下单数量为 {{open}}，不能下 {{wanted}}。请减少数量或改版。',
  revisionUnknown: '没有这个版次。',
  standingUnknown: '该周期订单已不存在。',
  standingNeedsDay: '自动生成的订单需要填写下次日期。',
  standingNotDue: '{{name}} 在 {{day}} 没有到期。',
}
