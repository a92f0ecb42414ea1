import type { access as en } from '../../en/refusals/access'
import type { SameKeys } from '../../same-keys'

export const access: SameKeys<typeof en> = {
  rightMissing: '您没有这项权限（{{right}}）。请让老板操作，或请老板授予权限。',
  approverLacksRight: '此人无权批准，请找有权限的人（例如老板）。',
  signInFirst: '请先登录。',
  signInFailed: '用户名与密码或 PIN 不匹配。请核对后重试。',
  tooManyAttempts: '失败次数过多。请等待 {{seconds}} 秒后再试。',
  loginTaken: '用户名“{{login}}”已被使用，请换一个。',
  badgeTaken: '此工牌已属于其他人，请换一张。',
  noWayToSignIn: '请为此人设置密码，或同时设置工牌和 PIN。',
  passwordWrong: '当前密码不正确，请重新输入。',
  userUnknown: '该用户已不存在，请刷新列表。',
  lastOwner: '这是唯一的老板账号。请先将另一人设为老板。',
}
