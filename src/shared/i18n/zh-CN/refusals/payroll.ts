import type { payroll as en } from '../../en/refusals/payroll'
import type { SameKeys } from '../../same-keys'

export const payroll: SameKeys<typeof en> = {
  runUnknown: '没有这张工资单。请刷新列表后重试。',
  runReversed: '工资单 {{number}} 已经冲销，未作任何更改。',
  paymentUnknown: '没有这笔支付。请刷新列表后重试。',
  paymentReversed: '支付 {{number}} 已经冲销，未作任何更改。',
  paymentFirst: '工资单 {{number}} 已有支付 {{payment}}。请先冲销该笔支付。',
  paidAlready: '工资单 {{number}} 的这一部分已由 {{payment}} 支付，未重复过账。',
  nothingDue: '工资单 {{number}} 没有需要支付的这项金额，未过账。',
  nothingEarned: '没有可过账的金额，请至少填写一个部门的工资。',
  withheldBeyondGross: '代扣合计超过应发工资。请更正本行金额。',
}
