import { BankOutlined } from '@ant-design/icons'
import type { Feature } from '../../app/pages'
import { OpenItems } from './open-items'
import { PaymentEntry } from './payment-entry'
import { PaymentList } from './payment-list'
import { PaymentPage } from './payment-page'

export const treasury: Feature = {
  room: 'treasury',
  icon: <BankOutlined />,
  menu: [
    { kind: 'treasury.openItems', params: { role: 'receivable' }, labelKey: 'treasury.lists.receivable' },
    { kind: 'treasury.openItems', params: { role: 'payable' }, labelKey: 'treasury.lists.payable' },
    { kind: 'treasury.payments', labelKey: 'treasury.payments' },
    { kind: 'treasury.newPayment', params: { direction: 'in' }, labelKey: 'treasury.post.in' },
    { kind: 'treasury.newPayment', params: { direction: 'out' }, labelKey: 'treasury.post.out' },
  ],
  pages: [
    { kind: 'treasury.openItems', right: 'treasury.read', titleKey: 'treasury.openItems', component: OpenItems },
    { kind: 'treasury.payments', right: 'treasury.read', titleKey: 'treasury.payments', component: PaymentList },
    {
      kind: 'treasury.payment',
      right: 'treasury.read',
      titleKey: 'app.kinds.treasury.payment',
      component: PaymentPage,
    },
    { kind: 'treasury.newPayment', right: 'treasury.write', titleKey: 'treasury.newPayment', component: PaymentEntry },
  ],
}
