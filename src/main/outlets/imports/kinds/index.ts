import type { IMPORT_KINDS } from '../../../../shared/contracts/imports'
import type { Kind } from '../kind'
import { accounts } from './accounts-queries'
import { barcodes } from './barcodes-queries'
import { partnerCodes, substitutes } from './names-queries'
import { partners } from './partners-queries'
import { priceLists, prices } from './price-lists-queries'
import { supplierPrices } from './supplier-prices-queries'

export const kinds: Readonly<Record<(typeof IMPORT_KINDS)[number], Kind>> = {
  partners,
  barcodes,
  priceLists,
  prices,
  supplierPrices,
  partnerCodes,
  substitutes,
  accounts,
}
