import { HourglassOutlined } from '@ant-design/icons'
import type { Feature } from '../../app/pages'
import { ScheduleList } from './schedule-list'
import { SchedulePage } from './schedule-page'

const read = { right: 'accounting.read' } as const

/** Reached from the menu of the vouchers. */
export const prepaid: Feature = {
  room: 'accounting',
  icon: <HourglassOutlined />,
  menu: [],
  pages: [
    { kind: 'prepaid.schedules', ...read, titleKey: 'prepaid.title', component: ScheduleList },
    { kind: 'prepaid.schedule', ...read, titleKey: 'app.kinds.prepaid.schedule', component: SchedulePage },
  ],
}
