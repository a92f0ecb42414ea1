import { PercentageOutlined } from '@ant-design/icons'
import type { Feature } from '../../app/pages'
import { TaxRates } from './tax-rates'
import { VatSummary } from './vat-summary'

const read = { right: 'accounting.read' } as const

export const tax: Feature = {
  room: 'tax',
  icon: <PercentageOutlined />,
  menu: [
    { kind: 'tax.vatSummary', labelKey: 'tax.vatSummary' },
    { kind: 'tax.rates', labelKey: 'tax.rates' },
  ],
  pages: [
    { kind: 'tax.vatSummary', ...read, titleKey: 'tax.vatSummary', component: VatSummary },
    { kind: 'tax.rates', ...read, titleKey: 'tax.rates', component: TaxRates },
  ],
}
