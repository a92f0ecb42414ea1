import type { opening as en } from '../../en/refusals/opening'
import type { SameKeys } from '../../same-keys'

export const opening: SameKeys<typeof en> = {
  postedAlready: '期初余额 {{number}} 已登记。请先撤销。',
  monthClosed: '已有月份结账。期初余额须在首次结账前登记，未作任何登记。',
  hasErrors: '有 {{count}} 处问题。请先更正，未作任何登记。',
  noBalances: '还没有科目余额表。请先选择旧账的余额文件。',
  notBalanced: '科目余额表借贷不平。请先补齐，未作任何登记。',
  listDiffers: '科目 {{account}} 的余额与明细合计不符。请使其一致，未作任何登记。',
  unknown: '没有这笔期初余额。请刷新页面。',
  undoneAlready: '期初余额 {{number}} 已撤销，未作任何更改。',
  stockMoved: '期初库存之后已有出库或与其他价格的货物混合。请先冲销这些单据，未作任何更改。',
}
