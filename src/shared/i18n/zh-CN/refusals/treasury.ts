import type { treasury as en } from '../../en/refusals/treasury'
import type { SameKeys } from '../../same-keys'

export const treasury: SameKeys<typeof en> = {
  paymentUnknown: '没有这笔收付款。请刷新列表后重试。',
  paymentReversed: '收付款 {{payment}} 已经冲销，未作任何更改。',
  appliedBeyondAmount: '核销 {{applied}}，而收付款金额为 {{amount}}。核销合计不能超过收付款金额。',
  appliedBelowNothing: '所选红字发票多于发票。请同时选择发票，或退付差额。',
  advanceExceeded: '预收预付 {{payment}} 余额为 {{open}}，要核销 {{wanted}}。核销合计不能超过余额。',
  appliedBeforePaid: '预收预付款不能早于其收付日期 {{paidOn, date}} 核销。请选择当日或之后的日期。',
  settlementNotEven: '金额相差 {{difference}}。请使红字发票与发票金额相抵为零。',
  settlementMixed: '请在同一往来单位内以应收抵应收、以应付抵应付。',
}
