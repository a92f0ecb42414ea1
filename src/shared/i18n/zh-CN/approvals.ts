import type { approvals as en } from '../en/approvals'
import type { SameKeys } from '../same-keys'

export const approvals: SameKeys<typeof en> = {
  title: '需他人批准',
  here: '当场批准',
  byInbox: '提交申请',
  login: '批准人用户名',
  pin: 'PIN 或密码',
  allow: '批准',
  send: '提交申请',
  reason: '原因',
  inboxHint: '将发给所有有权批准的人。批准后立即执行，并通知您。',
  badge_other: '{{count}} 项待批',
  badgeAnswered_other: '{{count}} 项答复',
  requests: '待批事项',
  shows: { inbox: '待我处理', asked: '我的申请', decided: '已处理' },
  none: { inbox: '没有待您处理的事项', asked: '您没有提交申请', decided: '还没有处理过的申请' },
  noneHint: '缺少权限或额度时可当场提交申请，申请会出现在这里。',
  states: { open: '待处理', granted: '已批准', refused: '已拒绝', withdrawn: '已撤回' },
  look: '查看',
  answer: '给申请人的话（拒绝时必填）',
  grant: '批准',
  refuse: '拒绝',
  withdraw: '撤回',
}
