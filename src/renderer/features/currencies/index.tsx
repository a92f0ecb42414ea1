import { DollarOutlined } from '@ant-design/icons'
import type { Feature } from '../../app/pages'
import { RateList } from './rate-list'

/** Reached from the menu of the books. */
export const currencies: Feature = {
  room: 'accounting',
  icon: <DollarOutlined />,
  menu: [],
  pages: [{ kind: 'currencies.rates', right: 'accounting.read', titleKey: 'currencies.title', component: RateList }],
}
