import { BarChartOutlined } from '@ant-design/icons'
import type { Feature } from '../../app/pages'
import { OwnerPage } from './owner-page'
import { SalesReport } from './sales-report'

export const reports: Feature = {
  room: 'reports',
  icon: <BarChartOutlined />,
  menu: [
    { kind: 'reports.owner', labelKey: 'reports.owner.title' },
    { kind: 'reports.sales', labelKey: 'reports.sales.title' },
  ],
  pages: [
    { kind: 'reports.owner', right: 'reports.read', titleKey: 'reports.owner.title', component: OwnerPage },
    { kind: 'reports.sales', right: 'reports.read', titleKey: 'reports.sales.title', component: SalesReport },
  ],
}
