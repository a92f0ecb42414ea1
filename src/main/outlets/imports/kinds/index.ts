import type { IMPORT_KINDS } from '../../../../shared/contracts/imports'
import type { Kind } from '../kind'
import { accounts } from './accounts-queries'
import { barcodes } from './barcodes-queries'
import { cartons } from './cartons-queries'
import { catchWeights } from './catch-weights-queries'
import { dimensions } from './dimensions-queries'
import { kits } from './kits-queries'
import { partnerCodes, substitutes } from './names-queries'
import { partners } from './partners-queries'
import { priceLists, prices } from './price-lists-queries'
import { promotions } from './promotions-queries'
import { rates } from './rates-queries'
import { supplierPrices } from './supplier-prices-queries'
import { channels, classes, customerTerms } from './terms-queries'
import { zones } from './zones-queries'

export const kinds: Readonly<Record<(typeof IMPORT_KINDS)[number], Kind>> = {
  partners,
  channels,
  classes,
  customerTerms,
  barcodes,
  priceLists,
  prices,
  promotions,
  supplierPrices,
  partnerCodes,
  substitutes,
  kits,
  catchWeights,
  zones,
  cartons,
  accounts,
  rates,
  dimensions,
}
