import type { sourcing as en } from '../../en/refusals/sourcing'
import type { SameKeys } from '../../same-keys'

export const sourcing: SameKeys<typeof en> = {
  requestUnknown: '没有这张采购申请。请刷新列表后重试。',
  requestNotOpen: '采购申请 {{number}} 已经询价、下单或驳回。请打开查看。',
  neededBeforeAsked: '需用日期早于申请日期。请更正其中一个日期。',
  answerBeforeAsked: '回复期限早于询价日期。请更正其中一个日期。',
  enquiryUnknown: '没有这张询价单。请刷新列表后重试。',
  enquiryNotOpen: '询价单 {{number}} 已经定标或取消。如需再次询价，请新建询价单。',
  supplierNotAsked: '询价单 {{number}} 没有向该供应商询价。请新建向其询价的询价单。',
  lineUnknown: '有一行不属于这张询价单，或者重复。请重新打开询价单。',
  notOffered: '{{item}}：该供应商没有报价，或者重复选择。请选择已报价的供应商。',
  bidExpired: '{{item}}：报价有效期到 {{day}} 为止。请重新询价，或选择其他供应商。',
  awardedTooMuch: '{{item}}：需求 {{wanted}}，还可分配 {{open}}。请减少数量。',
  belowMinimum: '{{item}}：该供应商起订量为 {{minimum}}。请增加数量，或选择其他供应商。',
}
