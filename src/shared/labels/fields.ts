/** What each kind of label knows, with an example of how it may look: for the designer's list of fields. */
import type { LabelUse, LabelValues } from './template'

const item = {
  itemName: '龙井绿茶 特级 Dragon Well tea 250 g',
  itemCode: 'TEA-0007',
  unit: '盒',
  price: 'CNY 68.00',
  ean: '6901234567892',
  ownCode: '',
}
const lot = {
  ...item,
  gtin: '06901234567892',
  noGtin: '',
  lot: 'L26-0042',
  lotWord: '批号',
  expiryWord: '有效期至',
  expiryShown: '2027-03-31',
  expiry: '270331',
  quantity: '24 盒',
}

export const labelFields: Readonly<Record<LabelUse, LabelValues>> = {
  item,
  shelf: item,
  price: item,
  bin: { bin: 'A-03-2', warehouse: '一号仓 Main' },
  lot: { ...lot, document: 'GR-2026-000007' },
  pallet: {
    ...lot,
    company: '天晴贸易 Fair Sky Trading',
    unitCode: '369012340000000178',
    sscc: '369012340000000178',
    count: '24',
  },
  carton: {
    company: '天晴贸易 Fair Sky Trading',
    customer: '城西食品店 West Grocery',
    address: '杭州市西湖区文三路 100 号 2 幢 301 室',
    order: 'SO-2026-000042',
    carton: '1',
    carrier: '顺丰',
    weight: '12.3 kg',
    code: '069012345000000011',
    sscc: '069012345000000011',
    ownCode: '',
  },
  address: {
    company: '天晴贸易 Fair Sky Trading',
    name: '城西食品店 West Grocery',
    address: '杭州市西湖区文三路 100 号 2 幢 301 室',
    phone: '0571 8800 1234',
    document: 'SH-2026-000018',
    carrier: '顺丰',
  },
  test: { printer: 'Zebra', settings: '203 dpi' },
}
