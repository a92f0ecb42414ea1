import { ReconciliationOutlined } from '@ant-design/icons'
import type { Feature } from '../../app/pages'
import { Proof } from './proof'
import { Reconcile } from './reconcile'
import { RuleList } from './rule-list'
import { StatementList } from './statement-list'

const read = { right: 'treasury.read' } as const

export const banking: Feature = {
  room: 'banking',
  icon: <ReconciliationOutlined />,
  menu: [
    { kind: 'banking.reconcile', labelKey: 'banking.reconcile' },
    { kind: 'banking.statements', labelKey: 'banking.statements' },
    { kind: 'banking.proof', labelKey: 'banking.proof' },
    { kind: 'banking.rules', labelKey: 'banking.rules' },
  ],
  pages: [
    { kind: 'banking.reconcile', ...read, titleKey: 'banking.reconcile', component: Reconcile },
    { kind: 'banking.statements', ...read, titleKey: 'banking.statements', component: StatementList },
    { kind: 'banking.proof', ...read, titleKey: 'banking.proof', component: Proof },
    { kind: 'banking.rules', ...read, titleKey: 'banking.rules', component: RuleList },
  ],
}
