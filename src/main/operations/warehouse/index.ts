/**
 * The warehouse (WMS): where goods lie and every step that a scanner leads.
 *
 * Owns warehouses, zones and bins; putaway proposals; demand of confirmed orders, waves, batches and picks; packing;
 * counts and adjustments of stock; the record of accepted scans.
 * Invariants: a step is confirmed by what was scanned; shipped <= packed <= picked <= released <= wanted for each order
 * line and by lot; what is allocated in stock = open picks + picked goods; a bin marked empty is empty; batches and waves
 * end with their last pick.
 * Units (pallets, totes, cartons) hold no more than lies where they stand.
 * Folders are its nouns: layout, putaway, waves, picking, packing, units, moves, work, counts, adjustments, scans.
 * Tables: warehouse_*.
 */
export { adjustStock } from './adjustments/adjust-stock'
export { checks } from './checks-queries'
export { handlers } from './handlers'
export { addCustomersPlace } from './layout/add-warehouse'
export {
  binCode,
  binOfScan,
  goodsCameToBin,
  goodsLeftBin,
  quarantineBin,
  receivingBin,
  requireWarehouse,
  returnsBin,
  settleBins,
} from './layout/bins'
export { cartonFacts } from './packing/carton-facts'
export { putBackShipped, takePacked, type PackedLine } from './packing/take-packed'
export { guardFrozenBins } from './counts/freeze'
export { usualBin, writeOff } from './adjustments/adjust-stock'
export { presentValueMinor } from './counts/gain-value'
export { pickableMicro, pickInstead, shortOfPick, withdrawWaiting, type ShortOfPick } from './picking/pick-instead'
export { weightSettled, type WeightSettled } from './picking/weigh-pick'
export { handOver } from './picking/hand-over'
export { cancelPutaway, planPutaway } from './putaway/plan-putaway'
export type { PutawayLine } from './putaway/propose-bins'
export { freeLabel, nestUnit, openUnit, packUnit, unitCodeOf } from './units/units'
export { looseInBin } from './units/loose-in-bin'
export { unitFacts } from './units/unit-facts'
export { settleUnits } from './units/settle-units'
export {
  requestGoods,
  setCarrierOfGoods,
  withdrawLine,
  withdrawRequest,
  type GoodsRequest,
} from './waves/request-goods'
export { crossDock } from './waves/cross-dock'
export { listToShip, wavesOf } from './waves/wave-queries'
