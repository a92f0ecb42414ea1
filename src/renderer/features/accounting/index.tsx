import { BookOutlined } from '@ant-design/icons'
import type { Feature } from '../../app/pages'
import { EntryPage } from './entry-page'
import { JournalList } from './journal-list'
import { Periods } from './periods'
import { TrialBalance } from './trial-balance'
import { VoucherEntry } from './voucher-entry'

export const accounting: Feature = {
  room: 'accounting',
  icon: <BookOutlined />,
  menu: [
    { kind: 'accounting.journal', labelKey: 'accounting.journal' },
    { kind: 'accounting.newVoucher', labelKey: 'accounting.newVoucher' },
    { kind: 'accounting.trialBalance', labelKey: 'accounting.trialBalance' },
    { kind: 'accounting.periods', labelKey: 'accounting.periods' },
  ],
  pages: [
    { kind: 'accounting.journal', right: 'accounting.read', titleKey: 'accounting.journal', component: JournalList },
    {
      kind: 'accounting.entry',
      right: 'accounting.read',
      titleKey: 'app.kinds.accounting.voucher',
      component: EntryPage,
    },
    {
      kind: 'accounting.newVoucher',
      right: 'accounting.post',
      titleKey: 'accounting.newVoucher',
      component: VoucherEntry,
    },
    {
      kind: 'accounting.trialBalance',
      right: 'accounting.read',
      titleKey: 'accounting.trialBalance',
      component: TrialBalance,
    },
    { kind: 'accounting.periods', right: 'accounting.read', titleKey: 'accounting.periods', component: Periods },
  ],
}
