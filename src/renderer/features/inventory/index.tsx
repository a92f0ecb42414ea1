import { InboxOutlined } from '@ant-design/icons'
import type { Feature } from '../../app/pages'
import { ExpiringList } from './expiring-list'
import { MovementList } from './movement-list'
import { StockList } from './stock-list'

export const inventory: Feature = {
  room: 'inventory',
  icon: <InboxOutlined />,
  menu: [
    { kind: 'inventory.stock', labelKey: 'inventory.stock' },
    { kind: 'inventory.expiring', labelKey: 'inventory.expiring' },
    { kind: 'inventory.movements', labelKey: 'inventory.movements' },
  ],
  pages: [
    { kind: 'inventory.stock', right: 'inventory.read', titleKey: 'inventory.stock', component: StockList },
    { kind: 'inventory.expiring', right: 'inventory.read', titleKey: 'inventory.expiring', component: ExpiringList },
    { kind: 'inventory.movements', right: 'inventory.read', titleKey: 'inventory.movements', component: MovementList },
  ],
}
