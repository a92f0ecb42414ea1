import { PercentageOutlined } from '@ant-design/icons'
import type { Feature } from '../../app/pages'
import { CertificationPage } from './certification-page'
import { InputTaxList } from './input-tax-list'
import { TaxRates } from './tax-rates'
import { TransferOutPage, TransfersOut } from './transfers-out'
import { VatReturn } from './vat-return'
import { VatSummary } from './vat-summary'

const read = { right: 'accounting.read' } as const

export const tax: Feature = {
  room: 'tax',
  icon: <PercentageOutlined />,
  menu: [
    { kind: 'tax.vatSummary', labelKey: 'tax.vatSummary' },
    { kind: 'tax.vatReturn', labelKey: 'tax.vatReturn' },
    { kind: 'tax.inputTax', labelKey: 'tax.inputTax' },
    { kind: 'tax.transfersOut', labelKey: 'tax.transfersOut' },
    { kind: 'tax.rates', labelKey: 'tax.rates' },
  ],
  pages: [
    { kind: 'tax.vatSummary', ...read, titleKey: 'tax.vatSummary', component: VatSummary },
    { kind: 'tax.vatReturn', ...read, titleKey: 'tax.vatReturn', component: VatReturn },
    { kind: 'tax.inputTax', ...read, titleKey: 'tax.inputTax', component: InputTaxList },
    { kind: 'tax.certification', ...read, titleKey: 'app.kinds.tax.certification', component: CertificationPage },
    { kind: 'tax.transfersOut', ...read, titleKey: 'tax.transfersOut', component: TransfersOut },
    { kind: 'tax.transferOut', ...read, titleKey: 'app.kinds.tax.transferOut', component: TransferOutPage },
    { kind: 'tax.rates', ...read, titleKey: 'tax.rates', component: TaxRates },
  ],
}
