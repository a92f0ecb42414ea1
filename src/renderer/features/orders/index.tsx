import { InboxOutlined } from '@ant-design/icons'
import type { Feature } from '../../app/pages'
import { CarrierPage } from './carrier-page'
import { FilePage } from './file-page'
import { MessagePage } from './message-page'
import { QueueList } from './queue-list'
import { RequestPage } from './request-page'

export const orders: Feature = {
  room: 'orders',
  icon: <InboxOutlined />,
  menu: [
    { kind: 'orders.queue', labelKey: 'orders.queue' },
    { kind: 'orders.message', labelKey: 'orders.message' },
    { kind: 'orders.file', labelKey: 'orders.file' },
    { kind: 'orders.carriers', labelKey: 'orders.carriers' },
  ],
  pages: [
    { kind: 'orders.queue', right: 'sales.read', titleKey: 'orders.queue', component: QueueList },
    { kind: 'orders.request', right: 'sales.read', titleKey: 'orders.request', component: RequestPage },
    { kind: 'orders.message', right: 'sales.write', titleKey: 'orders.message', component: MessagePage },
    { kind: 'orders.file', right: 'sales.write', titleKey: 'orders.file', component: FilePage },
    { kind: 'orders.carriers', right: 'sales.read', titleKey: 'orders.carriers', component: CarrierPage },
  ],
}
