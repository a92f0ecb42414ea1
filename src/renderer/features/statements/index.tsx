import { FileDoneOutlined } from '@ant-design/icons'
import type { Feature } from '../../app/pages'
import { BalanceSheetPage } from './balance-sheet-page'
import { ByDimensionPage } from './by-dimension-page'
import { CashFlowPage } from './cash-flow-page'
import { IncomeStatementPage } from './income-statement-page'

/** Reached from the menu of the ledgers. */
export const statements: Feature = {
  room: 'books',
  icon: <FileDoneOutlined />,
  menu: [],
  pages: [
    {
      kind: 'statements.balanceSheet',
      right: 'accounting.read',
      titleKey: 'statements.titles.balance-sheet',
      component: BalanceSheetPage,
    },
    {
      kind: 'statements.incomeStatement',
      right: 'accounting.read',
      titleKey: 'statements.titles.income-statement',
      component: IncomeStatementPage,
    },
    {
      kind: 'statements.byDimension',
      right: 'accounting.read',
      titleKey: 'statements.byDimension',
      component: ByDimensionPage,
    },
    {
      kind: 'statements.cashFlow',
      right: 'accounting.read',
      titleKey: 'statements.titles.cash-flow',
      component: CashFlowPage,
    },
  ],
}
