import type { PageDefinition } from '../../../app/pages'
import { ConversionEntry } from './conversion-entry'
import { ConversionList } from './conversion-list'
import { ConversionPage } from './conversion-page'
import { PlanList } from './plan-list'
import { RevaluationEntry } from './revaluation-entry'
import { RevaluationList } from './revaluation-list'
import { RevaluationPage } from './revaluation-page'
import { TransferEntry } from './transfer-entry'
import { TransferList } from './transfer-list'
import { TransferPage } from './transfer-page'

/** Documents that move or value stock without buying or selling it. */
export const documentPages: readonly PageDefinition[] = [
  { kind: 'stock.transfers', right: 'inventory.read', titleKey: 'stock.transfers', component: TransferList },
  { kind: 'stock.transfer', right: 'inventory.read', titleKey: 'app.kinds.stock.transfer', component: TransferPage },
  { kind: 'stock.newTransfer', right: 'warehouse.work', titleKey: 'stock.newTransfer', component: TransferEntry },
  { kind: 'stock.conversions', right: 'inventory.read', titleKey: 'stock.conversions', component: ConversionList },
  {
    kind: 'stock.conversion',
    right: 'inventory.read',
    titleKey: 'app.kinds.stock.conversion',
    component: ConversionPage,
  },
  {
    kind: 'stock.newConversion',
    right: 'inventory.adjust',
    titleKey: 'stock.newConversion',
    component: ConversionEntry,
  },
  { kind: 'stock.plans', right: 'warehouse.read', titleKey: 'stock.plans', component: PlanList },
  { kind: 'stock.revaluations', right: 'cost.see', titleKey: 'stock.revaluations', component: RevaluationList },
  { kind: 'stock.revaluation', right: 'cost.see', titleKey: 'app.kinds.stock.revaluation', component: RevaluationPage },
  {
    kind: 'stock.newRevaluation',
    right: 'accounting.post',
    titleKey: 'stock.newRevaluation',
    component: RevaluationEntry,
  },
]
