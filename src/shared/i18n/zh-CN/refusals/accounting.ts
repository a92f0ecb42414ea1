import type { accounting as en } from '../../en/refusals/accounting'
import type { SameKeys } from '../../same-keys'

export const accounting: SameKeys<typeof en> = {
  accountUnknown: '没有科目 {{account}}。请从科目表中选择。',
  accountHasParts: '科目 {{account}} 只汇总下级科目。请记入其下级科目。',
  accountControlled: '科目 {{account}} 由单据（发票、收付款、库存）自动登记。请录入相应单据，不要手工制证。',
  lineNeedsOneSide: '科目 {{account}} 的分录只能在借方或贷方一边有金额。',
  notBalanced: '借贷相差 {{difference}}。请修改分录直至借贷相等。',
  entryUnknown: '没有这张凭证，可能属于另一个账套文件。',
  reverseTheDocument: '该凭证由单据生成。请冲销单据，凭证会随之冲销。',
  alreadyReversed: '凭证 {{number}} 已经冲销，未作任何更改。',
  reversalBeforeEntry: '冲销日期 {{date, date}} 早于记账日期 {{postedOn, date}}。请选择当日或之后的日期。',
  periodClosed: '{{date, date}} 所在的 {{month}} 已结账。请选择之后的日期，或请会计反结账。',
  periodMissing: '{{date, date}} 早于建账日期。请选择之后的日期。',
  periodUnknown: '没有这个会计期间。请刷新列表后重试。',
  dateTooFarAhead: '{{date, date}} 超出一年以后。请核对日期。',
  earlierPeriodOpen: '{{month}} 尚未结账。请先结清较早的月份。',
  laterPeriodClosed: '之后的 {{month}} 已结账。请先反结较晚的月份。',
  taxCodeUnknown: '本公司没有税码 {{taxCode}}。请在商品资料中更正。',
  taxRateMissing: '税码 {{taxCode}} 在 {{date, date}} 没有税率。请核对日期，或在商品资料中换用其他税码。',
  openItemUnknown: '没有这笔未清项目。请刷新列表后重试。',
  openItemOfOther: '{{document}} 属于其他往来单位或另一方向。请选择该单位的未清项目。',
  openItemExceeded: '{{document}} 未清金额为 {{open}}，要核销 {{wanted}}。核销金额不能超过未清金额。',
  openItemSettled: '{{document}} 已全部或部分收付。请先冲销收付款。',
  settledBeforePosted: '{{document}} 的日期为 {{postedOn, date}}，不能在此之前核销。请选择当日或之后的日期。',
}
