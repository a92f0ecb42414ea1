import { BookOutlined } from '@ant-design/icons'
import type { Feature } from '../../app/pages'
import { ChartPage } from './chart/chart-page'
import { DimensionPage } from './chart/dimension-page'
import { JournalList } from './journal-list'
import { DraftList } from './vouchers/draft-list'
import { EntryPage } from './vouchers/entry-page'
import { TemplateList } from './vouchers/template-list'
import { VoucherEntry } from './vouchers/voucher-entry'

const READ = 'accounting.read'

export const accounting: Feature = {
  room: 'accounting',
  icon: <BookOutlined />,
  menu: [
    { kind: 'accounting.newVoucher', labelKey: 'accounting.newVoucher' },
    { kind: 'accounting.drafts', labelKey: 'accounting.drafts' },
    { kind: 'accounting.templates', labelKey: 'accounting.templates' },
    { kind: 'accounting.journal', labelKey: 'accounting.journal' },
    { kind: 'closing.month', labelKey: 'closing.title' },
    { kind: 'payroll.runs', labelKey: 'payroll.runs' },
    { kind: 'prepaid.schedules', labelKey: 'prepaid.title' },
    { kind: 'opening.balances', labelKey: 'opening.title' },
    { kind: 'accounting.chart', labelKey: 'accounting.chart' },
    { kind: 'accounting.dimensions', labelKey: 'accounting.dimensionsTitle' },
    { kind: 'currencies.rates', labelKey: 'currencies.title' },
  ],
  pages: [
    { kind: 'accounting.journal', right: READ, titleKey: 'accounting.journal', component: JournalList },
    { kind: 'accounting.entry', right: READ, titleKey: 'app.kinds.accounting.voucher', component: EntryPage },
    // A voucher is its entry: both have the same id.
    { kind: 'accounting.voucher', right: READ, titleKey: 'app.kinds.accounting.voucher', component: EntryPage },
    {
      kind: 'accounting.newVoucher',
      right: 'accounting.post',
      titleKey: 'accounting.newVoucher',
      component: VoucherEntry,
    },
    { kind: 'accounting.draft', right: 'accounting.post', titleKey: 'accounting.draft', component: VoucherEntry },
    { kind: 'accounting.drafts', right: READ, titleKey: 'accounting.drafts', component: DraftList },
    { kind: 'accounting.templates', right: READ, titleKey: 'accounting.templates', component: TemplateList },
    { kind: 'accounting.chart', right: READ, titleKey: 'accounting.chart', component: ChartPage },
    { kind: 'accounting.dimensions', right: READ, titleKey: 'accounting.dimensionsTitle', component: DimensionPage },
  ],
}
