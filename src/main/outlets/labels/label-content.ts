import { refuse } from '../../../shared/errors'
import type { LabelUse, LabelValues } from '../../../shared/labels/template'
import { dateForCode, hasValidCheckDigit } from '../../../shared/values/barcodes'
import { formatQuantity, formatScaled } from '../../../shared/values/format'
import { MICRO } from '../../../shared/values/integers'
import { companyProfile } from '../../foundation/company'
import { barcodesOfItems, requireItem } from '../../foundation/items'
import { requirePartner } from '../../foundation/parties'
import type { Reader } from '../../kernel/db'
import { shipmentFacts } from '../../operations/shipping'
import { cartonFacts, unitFacts } from '../../operations/warehouse'
import { jobStore } from './job-store'

export interface LabelContent {
  /** what the queue calls it */
  readonly title: string
  readonly values: LabelValues
}

/** One for each label to print. `deviceName` is for the test label. */
export function contentsOf(reader: Reader, use: LabelUse, sourceId: number, deviceName: string): LabelContent[] {
  switch (use) {
    case 'item':
    case 'shelf':
    case 'price':
      return [itemContent(reader, sourceId)]
    case 'bin':
      return [binContent(reader, sourceId)]
    case 'lot':
      return receiptContents(reader, sourceId)
    case 'pallet':
      return [palletContent(reader, sourceId)]
    case 'carton':
      return [cartonContent(reader, sourceId)]
    case 'address':
      return [addressContent(reader, sourceId)]
    case 'test':
      return [{ title: deviceName, values: { printer: deviceName, settings: '' } }]
  }
}

/** The fields of an item: its EAN where it has one, else its own code stands in the barcode. */
function itemContent(reader: Reader, itemId: number): LabelContent {
  const item = requireItem(reader, itemId)
  const ean = (barcodesOfItems(reader, [itemId]).get(itemId) ?? []).find(
    (code) => /^\d{13}$/.test(code) && hasValidCheckDigit(code),
  )
  const price = formatScaled(item.salesPriceMicro, 6, { minDecimals: 2 })
  return {
    title: `${item.code} ${item.name}`,
    values: {
      itemName: item.name,
      itemCode: item.code,
      unit: item.baseUnit,
      price: `${companyProfile(reader).currency} ${price}`,
      ...(ean === undefined ? { ownCode: 'yes', noGtin: 'yes' } : { ean, gtin: ean.padStart(14, '0') }),
    },
  }
}

function binContent(reader: Reader, binId: number): LabelContent {
  const bin = jobStore.bin(reader, binId) ?? refuse('labels.binUnknown')
  return { title: bin.code, values: { bin: bin.code, warehouse: bin.name } }
}

function lotValues(reader: Reader, lot: { readonly code: string; readonly expiresOn: string | null }): LabelValues {
  const isChinese = companyProfile(reader).locale === 'zh-CN'
  return {
    lot: lot.code,
    lotWord: isChinese ? '批号' : 'Lot',
    expiryWord: isChinese ? '有效期至' : 'Use by',
    ...(lot.expiresOn === null ? {} : { expiryShown: lot.expiresOn, expiry: dateForCode(lot.expiresOn) }),
  }
}

/** One label for each line of a goods receipt that has a lot. */
function receiptContents(reader: Reader, receiptId: number): LabelContent[] {
  const lines = jobStore.receiptLines(reader, receiptId)
  if (lines.length === 0) refuse('labels.receiptUnknown')
  return lines.flatMap((line) => {
    if (line.lot_code === null) return []
    const { values, title } = itemContent(reader, line.item_id)
    const lot = lotValues(reader, { code: line.lot_code, expiresOn: line.expires_on })
    const quantity = formatQuantity(line.quantity_micro, { unit: values['unit'] ?? '' })
    return [{ title: `${title} · ${line.lot_code}`, values: { ...values, ...lot, document: line.number, quantity } }]
  })
}

const sscc = (code: string): LabelValues =>
  /^\d{18}$/.test(code) && hasValidCheckDigit(code) ? { sscc: code } : { ownCode: 'yes' }

/** GS1 logistic label: what is in it stands on it where it is one thing, of one lot. */
function palletContent(reader: Reader, unitId: number): LabelContent {
  const { code, goods } = unitFacts(reader, unitId)
  const { name: company } = companyProfile(reader)
  const head = { company, unitCode: code, ...sscc(code) }
  const itemIds = [...new Set(goods.map((one) => one.itemId))]
  const [itemId] = itemIds
  if (itemId === undefined) return { title: code, values: head }
  const names = itemIds.map((id) => requireItem(reader, id).name)
  if (names.length > 1) return { title: code, values: { ...head, itemName: names.join(' · ') } }
  const { values } = itemContent(reader, itemId)
  const micro = goods.reduce((sum, one) => sum + one.quantityMicro, 0)
  const lotIds = [...new Set(goods.map((one) => one.lotId))]
  const lot = lotIds.length === 1 ? jobStore.lot(reader, lotIds[0] ?? 0) : undefined
  return {
    title: `${code} ${values['itemName']}`,
    values: {
      ...values,
      ...(lot === undefined ? {} : lotValues(reader, { code: lot.code, expiresOn: lot.expires_on })),
      ...head,
      quantity: formatQuantity(micro, { unit: values['unit'] ?? '' }),
      ...(micro % MICRO === 0 ? { count: String(micro / MICRO) } : { gtin: '' }),
    },
  }
}

function cartonContent(reader: Reader, cartonId: number): LabelContent {
  const { code, number, orderNumber, customerId, weightGrams } = cartonFacts(reader, cartonId)
  const customer = requirePartner(reader, customerId)
  return {
    title: `${code} ${customer.name}`,
    values: {
      company: companyProfile(reader).name,
      customer: customer.name,
      address: customer.address.replaceAll('\n', ' '),
      order: orderNumber,
      carton: String(number),
      code,
      ...sscc(code),
      ...(weightGrams === null ? {} : { weight: `${formatScaled(weightGrams, 3, { minDecimals: 1 })} kg` }),
    },
  }
}

function addressContent(reader: Reader, shipmentId: number): LabelContent {
  const { number, customerId, carrier } = shipmentFacts(reader, shipmentId)
  const { name, address, phone } = requirePartner(reader, customerId)
  return {
    title: `${number} ${name}`,
    values: {
      company: companyProfile(reader).name,
      name,
      address: address.replaceAll('\n', ' '),
      phone,
      document: number,
      carrier,
    },
  }
}
