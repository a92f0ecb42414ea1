import { ImportOutlined } from '@ant-design/icons'
import type { Feature } from '../../app/pages'
import { BalancesPage } from './balances-page'
import { ReportPage } from './report-page'

/** Reached from the menu of the books, and from a line at the top while they are empty. */
export const opening: Feature = {
  room: 'accounting',
  icon: <ImportOutlined />,
  menu: [],
  pages: [
    { kind: 'opening.balances', right: 'accounting.post', titleKey: 'opening.title', component: BalancesPage },
    { kind: 'onboarding.opening', right: 'accounting.read', titleKey: 'opening.document', component: ReportPage },
  ],
}
