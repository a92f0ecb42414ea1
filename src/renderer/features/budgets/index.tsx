import { FundProjectionScreenOutlined } from '@ant-design/icons'
import type { Feature } from '../../app/pages'
import { BudgetPage } from './budget-page'
import { VariancePage } from './variance-page'

const read = { right: 'accounting.read' } as const

/** Reached from the menu of the ledgers. */
export const budgets: Feature = {
  room: 'books',
  icon: <FundProjectionScreenOutlined />,
  menu: [],
  pages: [
    { kind: 'budgets.budget', ...read, titleKey: 'budgets.title', component: BudgetPage },
    { kind: 'budgets.variance', ...read, titleKey: 'budgets.variance', component: VariancePage },
  ],
}
