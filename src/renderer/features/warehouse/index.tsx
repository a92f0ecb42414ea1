import { DatabaseOutlined } from '@ant-design/icons'
import type { Feature } from '../../app/pages'
import { CommandSheet } from './station/command-sheet'
import { StationPage } from './station/station-page'

export const warehouse: Feature = {
  room: 'warehouse',
  icon: <DatabaseOutlined />,
  menu: [
    { kind: 'warehouse.station', labelKey: 'warehouse.station.title' },
    { kind: 'warehouse.commands', labelKey: 'warehouse.commands' },
  ],
  pages: [
    {
      kind: 'warehouse.station',
      right: 'warehouse.work',
      titleKey: 'warehouse.station.title',
      component: StationPage,
      isFullScreen: true,
    },
    { kind: 'warehouse.commands', right: 'warehouse.work', titleKey: 'warehouse.commands', component: CommandSheet },
  ],
}
