import { TeamOutlined } from '@ant-design/icons'
import type { Feature } from '../../app/pages'
import { PartnerList } from './partner-list'
import { PartnerPage } from './partner-page'

export const parties: Feature = {
  room: 'parties',
  icon: <TeamOutlined />,
  menu: [
    { kind: 'parties.partners', params: { side: 'customer' }, labelKey: 'parties.lists.customer' },
    { kind: 'parties.partners', params: { side: 'supplier' }, labelKey: 'parties.lists.supplier' },
  ],
  pages: [
    { kind: 'parties.partners', right: 'parties.read', titleKey: 'app.rooms.parties', component: PartnerList },
    { kind: 'parties.partner', right: 'parties.read', titleKey: 'parties.new', component: PartnerPage },
  ],
}
