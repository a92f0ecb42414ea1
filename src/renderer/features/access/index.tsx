import { SafetyOutlined } from '@ant-design/icons'
import type { Feature } from '../../app/pages'
import { AuditList } from './audit-list'
import { UserList } from './user-list'

export const access: Feature = {
  room: 'access',
  icon: <SafetyOutlined />,
  menu: [
    { kind: 'access.users', labelKey: 'access.users' },
    { kind: 'access.audit', labelKey: 'access.audit' },
  ],
  pages: [
    { kind: 'access.users', right: 'access.manage', titleKey: 'access.users', component: UserList },
    { kind: 'access.audit', right: 'audit.read', titleKey: 'access.audit', component: AuditList },
  ],
}
