import { CloudUploadOutlined } from '@ant-design/icons'
import type { Feature } from '../../app/pages'
import { BackupPage } from './backup-page'

export const backup: Feature = {
  room: 'backup',
  icon: <CloudUploadOutlined />,
  menu: [{ kind: 'backup.targets', labelKey: 'backup.title' }],
  pages: [{ kind: 'backup.targets', right: 'backup.manage', titleKey: 'backup.title', component: BackupPage }],
}
