import { ShoppingOutlined } from '@ant-design/icons'
import type { Feature } from '../../app/pages'
import { BackOrderList } from './back-order-list'
import { InvoiceList } from './invoice-list'
import { InvoicePage } from './invoice-page'
import { PlacedList } from './consignment/placed-list'
import { CounterPage } from './counter/counter-page'
import { SaleList } from './counter/sale-list'
import { TillList } from './counter/till-list'
import { TillPage } from './counter/till-page'
import { QuotationList } from './offers/quotation-list'
import { QuotationPage } from './offers/quotation-page'
import { StandingList } from './offers/standing-list'
import { StandingPage } from './offers/standing-page'
import { OrderList } from './order-list'
import { OrderPage } from './order-page'
import { ToInvoiceList } from './to-invoice-list'

export const sales: Feature = {
  room: 'sales',
  icon: <ShoppingOutlined />,
  menu: [
    { kind: 'sales.orders', labelKey: 'sales.orders' },
    { kind: 'sales.order', labelKey: 'sales.newOrder' },
    { kind: 'offers.quotations', labelKey: 'offers.quotations' },
    { kind: 'offers.quotation', labelKey: 'offers.newQuotation' },
    { kind: 'offers.standing', labelKey: 'offers.standing' },
    { kind: 'counter.sell', labelKey: 'counter.title' },
    { kind: 'counter.sales', labelKey: 'counter.sales' },
    { kind: 'counter.tills', labelKey: 'counter.tills' },
    { kind: 'consignment.goods', labelKey: 'consignment.list' },
    { kind: 'sales.backOrders', labelKey: 'sales.backOrders' },
    { kind: 'sales.toInvoice', labelKey: 'sales.toInvoice' },
    { kind: 'sales.invoices', labelKey: 'sales.invoices' },
  ],
  pages: [
    { kind: 'counter.sell', right: 'sales.post', titleKey: 'counter.title', component: CounterPage },
    { kind: 'counter.sales', right: 'sales.read', titleKey: 'counter.sales', component: SaleList },
    { kind: 'counter.tills', right: 'sales.read', titleKey: 'counter.tills', component: TillList },
    { kind: 'counter.till', right: 'sales.read', titleKey: 'app.kinds.counter.till', component: TillPage },
    { kind: 'offers.quotations', right: 'sales.read', titleKey: 'offers.quotations', component: QuotationList },
    { kind: 'offers.quotation', right: 'sales.read', titleKey: 'offers.newQuotation', component: QuotationPage },
    { kind: 'offers.standing', right: 'sales.read', titleKey: 'offers.standing', component: StandingList },
    { kind: 'offers.standingOrder', right: 'sales.read', titleKey: 'offers.newStanding', component: StandingPage },
    { kind: 'consignment.goods', right: 'sales.read', titleKey: 'consignment.list', component: PlacedList },
    { kind: 'sales.backOrders', right: 'sales.read', titleKey: 'sales.backOrders', component: BackOrderList },
    { kind: 'sales.toInvoice', right: 'sales.read', titleKey: 'sales.toInvoice', component: ToInvoiceList },
    { kind: 'sales.orders', right: 'sales.read', titleKey: 'sales.orders', component: OrderList },
    { kind: 'sales.order', right: 'sales.read', titleKey: 'sales.newOrder', component: OrderPage },
    { kind: 'sales.invoices', right: 'sales.read', titleKey: 'sales.invoices', component: InvoiceList },
    { kind: 'sales.invoice', right: 'sales.read', titleKey: 'app.kinds.sales.invoice', component: InvoicePage },
  ],
}
