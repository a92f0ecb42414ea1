import { CheckSquareOutlined } from '@ant-design/icons'
import type { Feature } from '../../app/pages'
import { ClosingPage } from './closing-page'

/** Reached from the menu of the books; the vouchers of a month's end open the month they belong to. */
export const closing: Feature = {
  room: 'accounting',
  icon: <CheckSquareOutlined />,
  menu: [],
  pages: [
    { kind: 'closing.month', right: 'accounting.read', titleKey: 'closing.title', component: ClosingPage },
    { kind: 'accounting.revaluation', right: 'accounting.read', titleKey: 'closing.title', component: ClosingPage },
    { kind: 'accounting.carryOver', right: 'accounting.read', titleKey: 'closing.title', component: ClosingPage },
    { kind: 'accounting.yearEnd', right: 'accounting.read', titleKey: 'closing.title', component: ClosingPage },
  ],
}
