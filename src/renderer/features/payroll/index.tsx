import { IdcardOutlined } from '@ant-design/icons'
import type { Feature } from '../../app/pages'
import { PaymentPage } from './payment-page'
import { RunEntry } from './run-entry'
import { RunList } from './run-list'
import { RunPage } from './run-page'

const read = { right: 'accounting.read' } as const

/** Reached from the menu of the vouchers. */
export const payroll: Feature = {
  room: 'accounting',
  icon: <IdcardOutlined />,
  menu: [],
  pages: [
    { kind: 'payroll.runs', ...read, titleKey: 'payroll.runs', component: RunList },
    { kind: 'payroll.run', ...read, titleKey: 'app.kinds.payroll.run', component: RunPage },
    { kind: 'payroll.newRun', right: 'accounting.post', titleKey: 'payroll.newRun', component: RunEntry },
    { kind: 'payroll.payment', ...read, titleKey: 'app.kinds.payroll.payment', component: PaymentPage },
  ],
}
