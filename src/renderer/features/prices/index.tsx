import { PercentageOutlined } from '@ant-design/icons'
import type { Feature } from '../../app/pages'
import { PriceLists } from './price-lists'
import { PriceListPage } from './price-list-page'
import { PromotionList } from './promotion-list'
import { TermsPage } from './terms-page'

export const prices: Feature = {
  room: 'prices',
  icon: <PercentageOutlined />,
  menu: [
    { kind: 'prices.lists', params: { side: 'lists' }, labelKey: 'prices.lists' },
    { kind: 'prices.lists', params: { side: 'contracts' }, labelKey: 'prices.contracts' },
    { kind: 'prices.promotions', labelKey: 'prices.promotions' },
    { kind: 'prices.terms', labelKey: 'prices.terms' },
  ],
  pages: [
    { kind: 'prices.lists', right: 'sales.read', titleKey: 'prices.lists', component: PriceLists },
    { kind: 'prices.list', right: 'sales.read', titleKey: 'prices.list', component: PriceListPage },
    { kind: 'prices.promotions', right: 'sales.read', titleKey: 'prices.promotions', component: PromotionList },
    { kind: 'prices.terms', right: 'sales.read', titleKey: 'prices.terms', component: TermsPage },
  ],
}
