import { SafetyOutlined } from '@ant-design/icons'
import type { Feature } from '../../app/pages'
import { AuditList } from './audit-list'
import { MyPage } from './my-page'
import { RolePage } from './role-page'
import { SessionPage } from './session-page'
import { UserList } from './user-list'

export const access: Feature = {
  room: 'access',
  icon: <SafetyOutlined />,
  menu: [
    { kind: 'access.users', labelKey: 'access.users' },
    { kind: 'access.roles', labelKey: 'access.rolesTitle' },
    { kind: 'access.sessions', labelKey: 'access.sessions' },
    { kind: 'access.audit', labelKey: 'access.audit' },
    { kind: 'access.mine', labelKey: 'access.mine' },
  ],
  pages: [
    { kind: 'access.users', right: 'access.manage', titleKey: 'access.users', component: UserList },
    { kind: 'access.roles', right: 'access.manage', titleKey: 'access.rolesTitle', component: RolePage },
    { kind: 'access.sessions', right: 'access.manage', titleKey: 'access.sessions', component: SessionPage },
    { kind: 'access.mine', right: 'signedIn', titleKey: 'access.mine', component: MyPage },
    { kind: 'access.audit', right: 'audit.read', titleKey: 'access.audit', component: AuditList },
  ],
}
