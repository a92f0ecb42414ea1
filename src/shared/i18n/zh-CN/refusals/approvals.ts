import type { approvals as en } from '../../en/refusals/approvals'
import type { SameKeys } from '../../same-keys'

export const approvals: SameKeys<typeof en> = {
  tooLarge: '内容过大，无法提交申请。请拆分，或请有权限的人处理。',
  notNeeded: '您现在可以自己操作，请重试。',
  unknown: '没有您的这项申请。请刷新列表。',
  alreadyDecided: '该申请已处理。请刷新列表。',
  ownRequest: '不能批准自己的申请。请找其他有权限的人。',
  needsReason: '请填写拒绝原因，申请人会看到。',
  asked: '申请已提交，等待有权限的人处理；处理后会通知您。',
}
