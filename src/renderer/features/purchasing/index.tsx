import { ShoppingCartOutlined } from '@ant-design/icons'
import type { Feature } from '../../app/pages'
import { BlindList } from './arrivals/blind-list'
import { NoticeList } from './arrivals/notice-list'
import { NoticePage } from './arrivals/notice-page'
import { AgreementList } from './agreements/agreement-list'
import { AgreementPage } from './agreements/agreement-page'
import { ConsignedList } from './consignment/consigned-list'
import { InvoiceEntry } from './invoice-entry'
import { InvoiceList } from './invoice-list'
import { InvoicePage } from './invoice-page'
import { LandedCostEntry } from './landed-costs/landed-cost-entry'
import { LandedCostList } from './landed-costs/landed-cost-list'
import { LandedCostPage } from './landed-costs/landed-cost-page'
import { BillImport } from './matching/bill-import'
import { BillList } from './matching/bill-list'
import { BillPage } from './matching/bill-page'
import { TolerancePage } from './matching/tolerance-page'
import { OrderList } from './order-list'
import { OrderPage } from './order-page'
import { ReceiptList } from './receipt-list'
import { ReceiptPage } from './receipt-page'
import { ReturnEntry } from './returns/return-entry'
import { ReturnList } from './returns/return-list'
import { ReturnPage } from './returns/return-page'
import { EnquiryList } from './sourcing/enquiry-list'
import { EnquiryPage } from './sourcing/enquiry-page'
import { RequestList } from './sourcing/request-list'
import { RequestPage } from './sourcing/request-page'
import { UnorderedEntry } from './unordered-entry'
import { ProposalsPage } from './suppliers/proposals-page'
import { ScorecardList } from './suppliers/scorecard-list'
import { TermList } from './suppliers/term-list'

export const purchasing: Feature = {
  room: 'purchasing',
  icon: <ShoppingCartOutlined />,
  menu: [
    { kind: 'purchasing.orders', labelKey: 'purchasing.orders' },
    { kind: 'purchasing.order', labelKey: 'purchasing.newOrder' },
    { kind: 'sourcing.requests', labelKey: 'sourcing.requests' },
    { kind: 'sourcing.enquiries', labelKey: 'sourcing.enquiries' },
    { kind: 'arrivals.notices', labelKey: 'arrivals.notices' },
    { kind: 'arrivals.blind', labelKey: 'arrivals.blind' },
    { kind: 'purchasing.agreements', labelKey: 'purchasing.agreements.list' },
    { kind: 'purchasing.receipts', labelKey: 'purchasing.receipts' },
    { kind: 'purchasing.unordered', labelKey: 'purchasing.unordered.title' },
    { kind: 'purchasing.invoices', labelKey: 'purchasing.invoices' },
    { kind: 'purchasing.newInvoice', labelKey: 'purchasing.newInvoice' },
    { kind: 'purchasing.bills', labelKey: 'purchasing.match.waiting' },
    { kind: 'purchasing.billImport', labelKey: 'purchasing.match.import' },
    { kind: 'purchasing.tolerances', labelKey: 'purchasing.match.tolerances' },
    { kind: 'purchasing.returns', labelKey: 'purchasing.back.list' },
    { kind: 'purchasing.newReturn', labelKey: 'purchasing.back.new' },
    { kind: 'purchasing.consigned', labelKey: 'purchasing.consignment.list' },
    { kind: 'purchasing.landedCosts', labelKey: 'purchasing.landedCosts' },
    { kind: 'suppliers.proposals', labelKey: 'suppliers.proposals' },
    { kind: 'suppliers.terms', labelKey: 'suppliers.terms' },
    { kind: 'suppliers.scorecards', labelKey: 'suppliers.scorecards' },
  ],
  pages: [
    {
      kind: 'purchasing.unordered',
      right: 'warehouse.work',
      titleKey: 'purchasing.unordered.title',
      component: UnorderedEntry,
    },
    { kind: 'arrivals.notices', right: 'warehouse.read', titleKey: 'arrivals.notices', component: NoticeList },
    { kind: 'arrivals.notice', right: 'warehouse.read', titleKey: 'arrivals.notice', component: NoticePage },
    { kind: 'arrivals.blind', right: 'warehouse.read', titleKey: 'arrivals.blind', component: BlindList },
    { kind: 'sourcing.requests', right: 'purchasing.read', titleKey: 'sourcing.requests', component: RequestList },
    { kind: 'sourcing.request', right: 'purchasing.read', titleKey: 'sourcing.newRequest', component: RequestPage },
    { kind: 'sourcing.enquiries', right: 'purchasing.read', titleKey: 'sourcing.enquiries', component: EnquiryList },
    { kind: 'sourcing.enquiry', right: 'purchasing.read', titleKey: 'sourcing.newEnquiry', component: EnquiryPage },
    { kind: 'purchasing.orders', right: 'purchasing.read', titleKey: 'purchasing.orders', component: OrderList },
    { kind: 'purchasing.order', right: 'purchasing.read', titleKey: 'purchasing.newOrder', component: OrderPage },
    { kind: 'purchasing.receipts', right: 'purchasing.read', titleKey: 'purchasing.receipts', component: ReceiptList },
    {
      kind: 'purchasing.receipt',
      right: 'purchasing.read',
      titleKey: 'app.kinds.purchasing.receipt',
      component: ReceiptPage,
    },
    { kind: 'purchasing.invoices', right: 'purchasing.write', titleKey: 'purchasing.invoices', component: InvoiceList },
    {
      kind: 'purchasing.invoice',
      right: 'purchasing.write',
      titleKey: 'app.kinds.purchasing.invoice',
      component: InvoicePage,
    },
    {
      kind: 'purchasing.newInvoice',
      right: 'purchasing.write',
      titleKey: 'purchasing.newInvoice',
      component: InvoiceEntry,
    },
    { kind: 'purchasing.bills', right: 'purchasing.write', titleKey: 'purchasing.match.waiting', component: BillList },
    { kind: 'purchasing.bill', right: 'purchasing.write', titleKey: 'purchasing.match.bill', component: BillPage },
    {
      kind: 'purchasing.billImport',
      right: 'purchasing.write',
      titleKey: 'purchasing.match.import',
      component: BillImport,
    },
    {
      kind: 'purchasing.tolerances',
      right: 'purchasing.read',
      titleKey: 'purchasing.match.tolerances',
      component: TolerancePage,
    },
    { kind: 'purchasing.returns', right: 'purchasing.read', titleKey: 'purchasing.back.list', component: ReturnList },
    {
      kind: 'purchasing.return',
      right: 'purchasing.read',
      titleKey: 'app.kinds.purchasing.return',
      component: ReturnPage,
    },
    {
      kind: 'purchasing.newReturn',
      right: 'purchasing.write',
      titleKey: 'purchasing.back.new',
      component: ReturnEntry,
    },
    {
      kind: 'purchasing.agreements',
      right: 'purchasing.read',
      titleKey: 'purchasing.agreements.list',
      component: AgreementList,
    },
    {
      kind: 'purchasing.agreement',
      right: 'purchasing.read',
      titleKey: 'purchasing.agreements.new',
      component: AgreementPage,
    },
    {
      kind: 'purchasing.consigned',
      right: 'purchasing.read',
      titleKey: 'purchasing.consignment.list',
      component: ConsignedList,
    },
    {
      kind: 'suppliers.proposals',
      right: 'purchasing.write',
      titleKey: 'suppliers.proposals',
      component: ProposalsPage,
    },
    { kind: 'suppliers.terms', right: 'purchasing.read', titleKey: 'suppliers.terms', component: TermList },
    {
      kind: 'suppliers.scorecards',
      right: 'purchasing.read',
      titleKey: 'suppliers.scorecards',
      component: ScorecardList,
    },
    {
      kind: 'purchasing.landedCosts',
      right: 'purchasing.write',
      titleKey: 'purchasing.landedCosts',
      component: LandedCostList,
    },
    {
      kind: 'purchasing.landedCost',
      right: 'purchasing.write',
      titleKey: 'app.kinds.purchasing.landedCost',
      component: LandedCostPage,
    },
    {
      kind: 'purchasing.newLandedCost',
      right: 'purchasing.write',
      titleKey: 'purchasing.newLandedCost',
      component: LandedCostEntry,
    },
  ],
}
