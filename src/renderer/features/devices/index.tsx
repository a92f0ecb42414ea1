import { UsbOutlined } from '@ant-design/icons'
import type { Feature } from '../../app/pages'
import { DevicesPage } from './devices-page'

export const devices: Feature = {
  room: 'devices',
  icon: <UsbOutlined />,
  menu: [{ kind: 'devices.devices', labelKey: 'devices.title' }],
  pages: [{ kind: 'devices.devices', right: 'devices.manage', titleKey: 'devices.title', component: DevicesPage }],
}
