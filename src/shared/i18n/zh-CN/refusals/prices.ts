import type { prices as en } from '../../en/refusals/prices'
import type { SameKeys } from '../../same-keys'

export const prices: SameKeys<typeof en> = {
  channelUnknown: '该渠道已不存在。',
  channelArchived: '渠道 {{channel}} 已停用，请选择其他渠道。',
  classUnknown: '该客户等级已不存在。',
  listUnknown: '该价目表已不存在。',
  lineUnknown: '该价格已经删除。',
  promotionUnknown: '该促销已不存在。',
  codeTaken: '编码 {{code}} 已被 {{name}} 使用，请换一个。',
  itemArchived: '{{item}} 已停用，请选择其他商品。',
  contractIsForOne: '合同价只针对一个客户，渠道和等级请留空。',
  endsBeforeStart: '结束日期早于开始日期，请更正。',
  itemOrCategory: '商品和类别只能选一个。',
  discountOrPrice: '折扣和特价只能填一个。',
  priceNeedsItem: '特价只能用于单个商品，请选择商品，或改填折扣。',
}
