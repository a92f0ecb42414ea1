import { ReadOutlined } from '@ant-design/icons'
import type { Feature } from '../../app/pages'
import { CashBookPage, SubsidiaryLedgerPage } from './account-ledger'
import { AgeingPage } from './ageing-page'
import { DimensionBalancesPage } from './dimension-balances-page'
import { GeneralLedgerPage } from './general-ledger-page'
import { JournalPage } from './journal-page'
import { MultiColumnPage } from './multi-column-page'
import { QuantityLedgerPage } from './quantity-ledger-page'
import { TrialBalance } from './trial-balance'

const READ = 'accounting.read'

export const books: Feature = {
  room: 'books',
  icon: <ReadOutlined />,
  menu: [
    { kind: 'books.trialBalance', labelKey: 'accounting.trialBalance' },
    { kind: 'books.journal', labelKey: 'books.journal' },
    { kind: 'books.general', labelKey: 'books.generalLedger' },
    { kind: 'books.subsidiary', labelKey: 'books.subsidiary' },
    { kind: 'books.cashBook', labelKey: 'books.cashBook' },
    { kind: 'books.multiColumn', labelKey: 'books.multiColumn' },
    { kind: 'books.quantity', labelKey: 'books.quantity' },
    { kind: 'books.dimensions', labelKey: 'books.dimensions' },
    { kind: 'books.ageing', labelKey: 'books.ageing' },
    { kind: 'statements.balanceSheet', labelKey: 'statements.titles.balance-sheet' },
    { kind: 'statements.incomeStatement', labelKey: 'statements.titles.income-statement' },
    { kind: 'statements.byDimension', labelKey: 'statements.byDimension' },
    { kind: 'statements.cashFlow', labelKey: 'statements.titles.cash-flow' },
    { kind: 'budgets.variance', labelKey: 'budgets.variance' },
    { kind: 'budgets.budget', labelKey: 'budgets.title' },
  ],
  pages: [
    { kind: 'books.journal', right: READ, titleKey: 'books.journal', component: JournalPage },
    { kind: 'books.trialBalance', right: READ, titleKey: 'accounting.trialBalance', component: TrialBalance },
    { kind: 'books.general', right: READ, titleKey: 'books.generalLedger', component: GeneralLedgerPage },
    { kind: 'books.subsidiary', right: READ, titleKey: 'books.subsidiary', component: SubsidiaryLedgerPage },
    { kind: 'books.cashBook', right: READ, titleKey: 'books.cashBook', component: CashBookPage },
    { kind: 'books.multiColumn', right: READ, titleKey: 'books.multiColumn', component: MultiColumnPage },
    { kind: 'books.quantity', right: READ, titleKey: 'books.quantity', component: QuantityLedgerPage },
    { kind: 'books.dimensions', right: READ, titleKey: 'books.dimensions', component: DimensionBalancesPage },
    { kind: 'books.ageing', right: 'treasury.read', titleKey: 'books.ageing', component: AgeingPage },
  ],
}
