import type { access as en } from '../../en/refusals/access'
import type { SameKeys } from '../../same-keys'

export const access: SameKeys<typeof en> = {
  rightMissing: '您没有此项权限：$t(access.rights.{{right}})。请老板处理或授予您该权限。',
  approverLacksRight: '此人无权批准，请找有权限的人（例如老板）。',
  signInFirst: '请先登录。',
  signInFailed: '用户名与密码或 PIN 不匹配。请核对后重试。',
  tooManyAttempts: '失败次数过多。请等待 {{seconds}} 秒后再试。',
  loginTaken: '用户名“{{login}}”已被使用，请换一个。',
  badgeTaken: '此工牌已属于其他人，请换一张。',
  noWayToSignIn: '请为此人设置密码，或同时设置工牌和 PIN。',
  roleUnknown: '该角色已不存在。请刷新页面并选择其他角色。',
  ownerRoleFixed: '老板始终拥有全部权限，不能更改。请用其他预设角色新建自己的角色。',
  roleNeedsName: '请给角色起一个能说明其工作的名称。',
  roleNameTaken: '已有名为“{{name}}”的角色，请换一个名称。',
  presetStays: '这是程序自带的角色，不能删除；可以更改它的权限。',
  roleInUse: '有人正在或曾经使用角色“{{name}}”。可以给他们换角色，但该角色会保留在记录中。',
  moreThanYourRights: '不能授予自己没有的权限（缺少：$t(access.rights.{{right}})）。请找老板处理。',
  warehouseOutOfScope: '此操作涉及不归您负责的仓库。请找负责全部仓库的人处理。',
  locked: '此工位已锁定。请输入 PIN 或密码继续。',
  passwordWrong: '当前密码不正确，请重新输入。',
  userUnknown: '该用户已不存在，请刷新列表。',
  lastOwner: '这是唯一的老板账号。请先将另一人设为老板。',
}
