import { CheckSquareOutlined } from '@ant-design/icons'
import type { Feature } from '../../app/pages'
import { RequestPage } from './request-page'

export const approvals: Feature = {
  room: 'approvals',
  icon: <CheckSquareOutlined />,
  menu: [{ kind: 'approvals.requests', labelKey: 'approvals.requests' }],
  pages: [{ kind: 'approvals.requests', right: 'signedIn', titleKey: 'approvals.requests', component: RequestPage }],
}
