import { InboxOutlined } from '@ant-design/icons'
import type { Feature } from '../../app/pages'
import { documentPages } from './documents'
import { AheadList } from './documents/ahead-list'
import { AnalysisList } from './insight/analysis-list'
import { CostPage } from './insight/cost-page'
import { CostingPage } from './insight/costing-page'
import { ExpiringList } from './insight/expiring-list'
import { MovementList } from './insight/movement-list'
import { StockAtList } from './insight/stock-at-list'
import { StockList } from './insight/stock-list'
import { TracePage } from './insight/trace-page'

export const inventory: Feature = {
  room: 'inventory',
  icon: <InboxOutlined />,
  menu: [
    { kind: 'inventory.stock', labelKey: 'inventory.stock' },
    { kind: 'inventory.expiring', labelKey: 'inventory.expiring' },
    { kind: 'inventory.movements', labelKey: 'inventory.movements' },
    { kind: 'stock.transfers', labelKey: 'stock.transfers' },
    { kind: 'stock.conversions', labelKey: 'stock.conversions' },
    { kind: 'stock.plans', labelKey: 'stock.plans' },
    { kind: 'stock.revaluations', labelKey: 'stock.revaluations' },
    { kind: 'stock.ahead', labelKey: 'stock.ahead.title' },
    { kind: 'stock.trace', labelKey: 'stock.trace' },
    { kind: 'inventory.analysis', labelKey: 'inventory.analysis' },
    { kind: 'inventory.stockAt', labelKey: 'inventory.stockAt' },
    { kind: 'inventory.costing', labelKey: 'inventory.costingMethods' },
  ],
  pages: [
    { kind: 'inventory.stock', right: 'inventory.read', titleKey: 'inventory.stock', component: StockList },
    { kind: 'inventory.expiring', right: 'inventory.read', titleKey: 'inventory.expiring', component: ExpiringList },
    { kind: 'inventory.movements', right: 'inventory.read', titleKey: 'inventory.movements', component: MovementList },
    { kind: 'inventory.analysis', right: 'inventory.read', titleKey: 'inventory.analysis', component: AnalysisList },
    { kind: 'inventory.stockAt', right: 'inventory.read', titleKey: 'inventory.stockAt', component: StockAtList },
    {
      kind: 'inventory.costing',
      right: 'accounting.read',
      titleKey: 'inventory.costingMethods',
      component: CostingPage,
    },
    { kind: 'inventory.cost', right: 'cost.see', titleKey: 'inventory.whyCost', component: CostPage },
    { kind: 'stock.trace', right: 'inventory.read', titleKey: 'stock.trace', component: TracePage },
    { kind: 'stock.ahead', right: 'inventory.read', titleKey: 'stock.ahead.title', component: AheadList },
    ...documentPages,
  ],
}
