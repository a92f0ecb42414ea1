import type { contract } from '../../../shared/contracts'
import type { Handlers } from '../../kernel/dispatch'
import { adjustStock } from './adjustments/adjust-stock'
import { getAdjustment } from './adjustments/adjustment-queries'
import { listAdjustments } from './adjustments/adjustment-store'
import { reverseAdjustment } from './adjustments/reverse-adjustment'
import { approveCount, cancelCount } from './counts/approve-count'
import { beginBin, countBin, startCount } from './counts/count-bins'
import { getCount, listCounts } from './counts/count-queries'
import { noteEmptied } from './counts/note-emptied'
import { addWarehouse } from './layout/add-warehouse'
import { binContent, listBins, listWarehouses, listZones, workload } from './layout/layout-queries'
import { findItem, floorMap } from './layout/floor-map-queries'
import { binLabelsPdf, blockBin, importBins } from './layout/import-bins'
import { saveWalkways } from './layout/walkways'
import { countAccuracy, countSettings, listCountsDue, saveCountSettings } from './counts/count-plan-queries'
import { holdLot, listHeldLots, recallLot, releaseLot, traceLot } from './lots/hold-lot'
import { cancelMove, confirmMove } from './moves/confirm-move'
import { listConsolidations, planConsolidation } from './moves/consolidate'
import { listReplenishments, planReplenishment } from './moves/replenish'
import { listSlotting, planSlotting } from './moves/slotting'
import { cancelLoad, getLoad, listLoads, loadScan, planLoad } from './loading/loads'
import { cartonStore } from './packing/carton-store'
import {
  acceptWeight,
  closeCarton,
  openCarton,
  packingSettings,
  removeCartonKind,
  reopenCarton,
  saveCartonKind,
  savePackingSettings,
} from './packing/cartons'
import { packScan } from './packing/pack-scan'
import { orderOfTote, packingList } from './packing/packing-queries'
import { cartonLabelPdf } from './packing/packing-slip'
import { stageCarton } from './packing/stage-carton'
import { countListPdf, pickListPdf } from './paper/lists'
import { confirmPick } from './picking/confirm-pick'
import { shortPick } from './picking/short-pick'
import { listToSort, sortScan } from './picking/sort-scan'
import { takeBatch } from './picking/take-batch'
import { openMoves, openPutaway } from './picking/task-queries'
import { bindTote } from './picking/totes'
import { moveStock } from './putaway/move-stock'
import { listItemPlaces } from './putaway/place-queries'
import { addZone, removeZone } from './layout/zones'
import { classifyItems, putawaySettings, saveItemPlace, savePutawaySettings, saveZone } from './putaway/places'
import { putAway } from './putaway/put-away'
import { lastScans } from './scans/last-scans'
import { undoScan } from './scans/undo-scan'
import { getUnit, listUnits, unitLabelPdf } from './units/unit-queries'
import { breakUnit, moveUnit, nestUnit, openUnit, packUnit, unpackUnit } from './units/units'
import { nextWork, noteMistake, setClerkZone, takeWork, workBoard } from './work/work-queue'
import { releaseWave } from './waves/release-wave'
import { setOrderTerms } from './waves/request-goods'
import { simulateWave } from './waves/simulate-wave'
import { unreleaseWave } from './waves/unrelease-wave'
import { listWaiting } from './waves/waiting-queries'
import { getWave, listWaves } from './waves/wave-page-queries'
import { listBatches, listToPack } from './waves/wave-queries'
import { listWaveRules, removeWaveRule, saveWaveRule } from './waves/wave-rules'

export const handlers: Handlers<typeof contract.warehouse> = {
  listWarehouses: (reader) => listWarehouses(reader),
  addWarehouse: (tx, _actor, input) => addWarehouse(tx, input),
  listBins: (reader, _actor, input) => listBins(reader, input),
  binContent: (reader, _actor, input) => binContent(reader, input),
  workload: (reader, _actor, input) => workload(reader, input),
  listPutaway: (reader, _actor, input) => openPutaway(reader, input),
  putAway: (tx, actor, input) => putAway(tx, actor, input),
  moveStock: (tx, actor, input) => moveStock(tx, actor, input),
  putawaySettings: (reader, _actor, input) => putawaySettings(reader, input),
  savePutawaySettings: (tx, _actor, input) => savePutawaySettings(tx, input),
  addZone: (tx, _actor, input) => addZone(tx, input),
  removeZone: (tx, _actor, input) => removeZone(tx, input),
  saveZone: (tx, _actor, input) => saveZone(tx, input),
  classifyItems: (tx, _actor, input) => classifyItems(tx, input),
  listItemPlaces: (reader, _actor, input) => listItemPlaces(reader, input),
  saveItemPlace: (tx, _actor, input) => saveItemPlace(tx, input),
  listWaiting: (reader, _actor, input) => listWaiting(reader, input),
  setOrderTerms: (tx, _actor, input) => setOrderTerms(tx, input),
  listZones: (reader, _actor, input) => listZones(reader, input),
  listWaveRules: (reader, _actor, input) => listWaveRules(reader, input),
  saveWaveRule: (tx, _actor, input) => saveWaveRule(tx, input),
  removeWaveRule: (tx, _actor, input) => removeWaveRule(tx, input),
  simulateWave: (reader, _actor, input) => simulateWave(reader, input),
  unreleaseWave: (tx, actor, input) => unreleaseWave(tx, actor, input),
  listWaves: (reader, _actor, input) => listWaves(reader, input),
  getWave: (reader, _actor, input) => getWave(reader, input),
  releaseWave: (tx, actor, input) => releaseWave(tx, actor, input),
  listBatches: (reader, _actor, input) => listBatches(reader, input),
  takeBatch: (tx, actor, input) => takeBatch(tx, actor, input),
  confirmPick: (tx, actor, input) => confirmPick(tx, actor, input),
  shortPick: (tx, actor, input) => shortPick(tx, actor, input),
  listToPack: (reader, _actor, input) => listToPack(reader, input),
  packingList: (reader, _actor, input) => packingList(reader, input),
  packScan: (tx, actor, input) => packScan(tx, actor, input),
  orderOfTote: (reader, _actor, input) => orderOfTote(reader, input),
  bindTote: (tx, _actor, input) => bindTote(tx, input),
  listToSort: (reader, _actor, input) => listToSort(reader, input),
  sortScan: (tx, actor, input) => sortScan(tx, actor, input),
  listCartonKinds: (reader) => ({ rows: cartonStore.kinds(reader) }),
  saveCartonKind: (tx, _actor, input) => saveCartonKind(tx, input),
  removeCartonKind: (tx, _actor, input) => removeCartonKind(tx, input),
  packingSettings: (reader, _actor, input) => packingSettings(reader, input),
  savePackingSettings: (tx, _actor, input) => savePackingSettings(tx, input),
  openCarton: (tx, actor, input) => openCarton(tx, actor, input),
  closeCarton: (tx, actor, input) => closeCarton(tx, actor, input),
  acceptWeight: (tx, _actor, input) => acceptWeight(tx, input),
  reopenCarton: (tx, _actor, input) => reopenCarton(tx, input),
  cartonLabelPdf: (reader, _actor, input) => cartonLabelPdf(reader, input),
  stageCarton: (tx, actor, input) => stageCarton(tx, actor, input),
  planLoad: (tx, actor, input) => planLoad(tx, actor, input),
  cancelLoad: (tx, _actor, input) => cancelLoad(tx, input),
  listLoads: (reader, _actor, input) => listLoads(reader, input),
  getLoad: (reader, _actor, input) => getLoad(reader, input),
  loadScan: (tx, actor, input) => loadScan(tx, actor, input),
  listMoves: (reader, _actor, input) => openMoves(reader, input),
  confirmMove: (tx, actor, input) => confirmMove(tx, actor, input),
  cancelMove: (tx, _actor, input) => cancelMove(tx, input),
  listReplenishments: (reader, _actor, input) => listReplenishments(reader, input),
  planReplenishment: (tx, _actor, input) => planReplenishment(tx, input),
  listConsolidations: (reader, _actor, input) => listConsolidations(reader, input),
  planConsolidation: (tx, _actor, input) => planConsolidation(tx, input),
  listSlotting: (reader, _actor, input) => listSlotting(reader, input),
  planSlotting: (tx, _actor, input) => planSlotting(tx, input),
  floorMap: (reader, _actor, input) => floorMap(reader, input),
  findItem: (reader, _actor, input) => findItem(reader, input),
  importBins: (tx, _actor, input) => importBins(tx, input),
  saveWalkways: (tx, _actor, input) => saveWalkways(tx, input),
  blockBin: (tx, _actor, input) => blockBin(tx, input),
  binLabelsPdf: (reader, _actor, input) => binLabelsPdf(reader, input),
  nextWork: (reader, actor, input) => nextWork(reader, actor, input),
  takeWork: (tx, actor, input) => takeWork(tx, actor, input),
  setClerkZone: (tx, _actor, input) => setClerkZone(tx, input),
  noteMistake: (tx, actor, input) => noteMistake(tx, actor, input),
  workBoard: (reader, _actor, input) => workBoard(reader, input),
  pickListPdf: (reader, _actor, input) => pickListPdf(reader, input),
  countListPdf: (reader, _actor, input) => countListPdf(reader, input),
  openUnit: (tx, actor, input) => openUnit(tx, actor, input),
  packUnit: (tx, actor, input) => packUnit(tx, actor, input),
  unpackUnit: (tx, actor, input) => unpackUnit(tx, actor, input),
  nestUnit: (tx, actor, input) => nestUnit(tx, actor, input),
  moveUnit: (tx, actor, input) => moveUnit(tx, actor, input),
  breakUnit: (tx, actor, input) => breakUnit(tx, actor, input),
  getUnit: (reader, _actor, input) => getUnit(reader, input),
  listUnits: (reader, _actor, input) => listUnits(reader, input),
  unitLabelPdf: (reader, _actor, input) => unitLabelPdf(reader, input),
  holdLot: (tx, actor, input) => holdLot(tx, actor, input),
  releaseLot: (tx, _actor, input) => releaseLot(tx, input),
  recallLot: (tx, _actor, input) => recallLot(tx, input),
  listHeldLots: (reader) => listHeldLots(reader),
  traceLot: (reader, _actor, input) => traceLot(reader, input),
  listCountsDue: (reader, _actor, input) => listCountsDue(reader, input),
  countAccuracy: (reader, _actor, input) => countAccuracy(reader, input),
  countSettings: (reader, _actor, input) => countSettings(reader, input),
  saveCountSettings: (tx, _actor, input) => saveCountSettings(tx, input),
  startCount: (tx, actor, input) => startCount(tx, actor, input),
  beginBin: (tx, actor, input) => beginBin(tx, actor, input),
  noteEmptied: (tx, actor, input) => noteEmptied(tx, actor, input),
  countBin: (tx, actor, input) => countBin(tx, actor, input),
  approveCount: (tx, actor, input) => approveCount(tx, actor, input),
  cancelCount: (tx, actor, input) => cancelCount(tx, actor, input),
  listCounts: (reader, _actor, input) => listCounts(reader, input),
  getCount: (reader, _actor, input) => getCount(reader, input),
  adjustStock: (tx, actor, input) => adjustStock(tx, actor, input),
  reverseAdjustment: (tx, actor, input) => reverseAdjustment(tx, actor, input),
  listAdjustments: (reader, _actor, input) => listAdjustments(reader, input),
  getAdjustment: (reader, _actor, input) => getAdjustment(reader, input),
  lastScans: (reader, actor, input) => lastScans(reader, actor, input),
  undoScan: (tx, actor, input) => undoScan(tx, actor, input),
}
