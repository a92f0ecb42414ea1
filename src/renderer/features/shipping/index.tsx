import { SendOutlined } from '@ant-design/icons'
import type { Feature } from '../../app/pages'
import { ReturnEntry } from './return-entry'
import { ReturnList } from './return-list'
import { ReturnPage } from './return-page'
import { ShipmentList } from './shipment-list'
import { ShipmentPage } from './shipment-page'

export const shipping: Feature = {
  room: 'shipping',
  icon: <SendOutlined />,
  menu: [
    { kind: 'shipping.shipments', labelKey: 'shipping.shipments' },
    { kind: 'shipping.returns', labelKey: 'shipping.returns' },
  ],
  pages: [
    { kind: 'shipping.shipments', right: 'warehouse.read', titleKey: 'shipping.shipments', component: ShipmentList },
    {
      kind: 'shipping.shipment',
      right: 'warehouse.read',
      titleKey: 'app.kinds.shipping.shipment',
      component: ShipmentPage,
    },
    { kind: 'shipping.returns', right: 'sales.read', titleKey: 'shipping.returns', component: ReturnList },
    { kind: 'shipping.return', right: 'sales.read', titleKey: 'app.kinds.shipping.return', component: ReturnPage },
    { kind: 'shipping.newReturn', right: 'sales.write', titleKey: 'shipping.newReturn', component: ReturnEntry },
  ],
}
