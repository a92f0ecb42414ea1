import { TagsOutlined } from '@ant-design/icons'
import type { Feature } from '../../app/pages'
import { TemplateList } from './designer/template-list'
import { TemplatePage } from './designer/template-page'
import { JobList } from './job-list'
import { PrintingPage } from './printing-page'

export const labels: Feature = {
  room: 'labels',
  icon: <TagsOutlined />,
  menu: [
    { kind: 'labels.jobs', labelKey: 'labels.jobs' },
    { kind: 'labels.templates', labelKey: 'labels.designer.list' },
    { kind: 'labels.printing', labelKey: 'labels.printing.title' },
  ],
  pages: [
    { kind: 'labels.jobs', right: 'warehouse.read', titleKey: 'labels.jobs', component: JobList },
    { kind: 'labels.templates', right: 'warehouse.read', titleKey: 'labels.designer.list', component: TemplateList },
    { kind: 'labels.template', right: 'warehouse.read', titleKey: 'labels.designer.title', component: TemplatePage },
    { kind: 'labels.printing', right: 'devices.manage', titleKey: 'labels.printing.title', component: PrintingPage },
  ],
}
