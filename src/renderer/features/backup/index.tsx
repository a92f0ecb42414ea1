import { CloudUploadOutlined } from '@ant-design/icons'
import type { Feature } from '../../app/pages'
import { BackupPage } from './backup-page'
import { LookUpPage } from './look-up'
import { SupportPage } from './support-page'
import { UpdatesPage } from './updates-page'

export const backup: Feature = {
  room: 'backup',
  icon: <CloudUploadOutlined />,
  menu: [
    { kind: 'backup.targets', labelKey: 'backup.title' },
    { kind: 'backup.updates', labelKey: 'backup.updates.title' },
    { kind: 'backup.support', labelKey: 'backup.support.title' },
  ],
  pages: [
    { kind: 'backup.targets', right: 'backup.manage', titleKey: 'backup.title', component: BackupPage },
    { kind: 'backup.lookUp', right: 'backup.manage', titleKey: 'backup.lookUp.title', component: LookUpPage },
    { kind: 'backup.support', right: 'backup.manage', titleKey: 'backup.support.title', component: SupportPage },
    { kind: 'backup.updates', right: 'backup.manage', titleKey: 'backup.updates.title', component: UpdatesPage },
  ],
}
