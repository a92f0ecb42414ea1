import { BankOutlined } from '@ant-design/icons'
import type { Feature } from '../../app/pages'
import { AccountList } from './accounts/account-list'
import { CashEntry } from './movements/cash-entry'
import { MovementList } from './movements/movement-list'
import { CashEntryPage, NettingPage, TransferPage, WriteOffPage } from './movements/movement-pages'
import { NettingEntry } from './movements/netting-entry'
import { TransferEntry } from './movements/transfer-entry'
import { DepositList } from './deposits/deposit-list'
import { DepositPage } from './deposits/deposit-page'
import { NoteList } from './notes/note-list'
import { NotePage } from './notes/note-page'
import { DunningList } from './partners/dunning-list'
import { StatementPage } from './partners/statement'
import { AdvanceApplication } from './payments/advance-application'
import { OpenItems } from './payments/open-items'
import { PaymentEntry } from './payments/payment-entry'
import { PaymentList } from './payments/payment-list'
import { PaymentPage } from './payments/payment-page'

const read = { right: 'treasury.read' } as const
const write = { right: 'treasury.write' } as const

export const treasury: Feature = {
  room: 'treasury',
  icon: <BankOutlined />,
  menu: [
    { kind: 'treasury.openItems', params: { role: 'receivable' }, labelKey: 'treasury.lists.receivable' },
    { kind: 'treasury.openItems', params: { role: 'payable' }, labelKey: 'treasury.lists.payable' },
    { kind: 'treasury.payments', labelKey: 'treasury.payments' },
    { kind: 'treasury.newPayment', params: { direction: 'in' }, labelKey: 'treasury.post.in' },
    { kind: 'treasury.newPayment', params: { direction: 'out' }, labelKey: 'treasury.post.out' },
    { kind: 'deposits.deposits', labelKey: 'deposits.list' },
    { kind: 'treasury.movements', labelKey: 'treasury.movements' },
    { kind: 'treasury.notes', labelKey: 'treasury.notes' },
    { kind: 'treasury.accounts', labelKey: 'treasury.accounts' },
    { kind: 'treasury.statement', labelKey: 'treasury.statement' },
    { kind: 'treasury.dunning', labelKey: 'treasury.dunning' },
  ],
  pages: [
    { kind: 'treasury.openItems', ...read, titleKey: 'treasury.openItems', component: OpenItems },
    { kind: 'treasury.payments', ...read, titleKey: 'treasury.payments', component: PaymentList },
    { kind: 'treasury.payment', ...read, titleKey: 'app.kinds.treasury.payment', component: PaymentPage },
    { kind: 'treasury.newPayment', ...write, titleKey: 'treasury.newPayment', component: PaymentEntry },
    { kind: 'treasury.applyAdvance', ...write, titleKey: 'treasury.applyAdvance', component: AdvanceApplication },
    { kind: 'treasury.accounts', ...read, titleKey: 'treasury.accounts', component: AccountList },
    { kind: 'deposits.deposits', ...read, titleKey: 'deposits.list', component: DepositList },
    { kind: 'deposits.deposit', ...read, titleKey: 'app.kinds.deposits.deposit', component: DepositPage },
    { kind: 'treasury.movements', ...read, titleKey: 'treasury.movements', component: MovementList },
    { kind: 'treasury.transfer', ...read, titleKey: 'app.kinds.treasury.transfer', component: TransferPage },
    { kind: 'treasury.newTransfer', ...write, titleKey: 'treasury.newTransfer', component: TransferEntry },
    { kind: 'treasury.cashEntry', ...read, titleKey: 'app.kinds.treasury.cashEntry', component: CashEntryPage },
    { kind: 'treasury.newCashEntry', ...write, titleKey: 'treasury.newCashEntry', component: CashEntry },
    { kind: 'treasury.netting', ...read, titleKey: 'app.kinds.treasury.netting', component: NettingPage },
    { kind: 'treasury.newNetting', ...write, titleKey: 'treasury.newNetting', component: NettingEntry },
    { kind: 'treasury.writeOff', ...read, titleKey: 'app.kinds.treasury.writeOff', component: WriteOffPage },
    { kind: 'treasury.notes', ...read, titleKey: 'treasury.notes', component: NoteList },
    { kind: 'treasury.note', ...read, titleKey: 'treasury.noteTitle', component: NotePage },
    { kind: 'treasury.statement', ...read, titleKey: 'treasury.statement', component: StatementPage },
    { kind: 'treasury.dunning', ...read, titleKey: 'treasury.dunning', component: DunningList },
  ],
}
