/**
 * Fixed assets: a card for each, its cost and depreciation in the books, the monthly run, impairment, disposal.
 *
 * Owns categories, cards, every change of cost and accumulated depreciation, runs, disposals, impairments.
 * Invariants: cards = accounts 1601 and 1602, document by document; an asset in use carries its cost and never more
 * depreciation than may be taken; a disposed one carries nothing; each month is depreciated once.
 * Tables: assets_*.
 */
export { bringAssets, broughtFigures, listCategories, takeBackBrought, type BroughtAsset } from './bring-in'
export { fitsLife, monthsBetween } from './depreciation'
export { handlers } from './handlers'
export { monthEndVouchers } from './run-depreciation'
export { checks } from './verify-queries'
