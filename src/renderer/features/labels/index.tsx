import { TagsOutlined } from '@ant-design/icons'
import type { Feature } from '../../app/pages'
import { JobList } from './job-list'

export const labels: Feature = {
  room: 'labels',
  icon: <TagsOutlined />,
  menu: [{ kind: 'labels.jobs', labelKey: 'labels.jobs' }],
  pages: [{ kind: 'labels.jobs', right: 'warehouse.read', titleKey: 'labels.jobs', component: JobList }],
}
