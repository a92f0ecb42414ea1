import type { contract } from '../../../shared/contracts'
import type { Reader } from '../../kernel/db'
import type { Handlers } from '../../kernel/dispatch'
import { generateVariants, getFamily, saveFamily } from './families/families'
import { familyStore } from './families/family-store'
import { addImage, getImage, listImages, removeImage, thumbnails } from './images'
import { checkImport, exportItems, importItems, undoImport } from './imports/import-items'
import { importStore } from './imports/import-store'
import { findItems, itemPage } from './find-items'
import { catchWeightOf, setCatchWeight } from './catch-weight'
import { catchWeightStore } from './catch-weight-store'
import { interpretScan } from './interpret-scan'
import { requireItem, toItem } from './item'
import { listKitParts, setKitParts } from './kits'
import { listPartnerCodes, setPartnerCodes, setSubstitutes, substitutesOf } from './kinship'
import { itemStore } from './item-store'
import { maskStore } from './mask-store'
import { addItem, archiveItem, changeItem, restoreItem } from './save-item'
import { setMasks, tryScan } from './scan-masks'

function getItem(reader: Reader, id: number) {
  const codes = itemStore.barcodesOf(reader, id)
  return {
    ...requireItem(reader, id),
    packs: itemStore.packsOf(reader, id).map((pack) => ({
      id: pack.id,
      unit: pack.unit,
      baseQuantity: pack.base_quantity,
      barcodes: codes.filter((code) => code.pack_id === pack.id).map((code) => code.barcode),
    })),
  }
}

export const handlers: Handlers<typeof contract.items> = {
  listItems: (reader, _actor, input) => {
    const { rows, total } = itemPage(reader, input)
    return { rows: rows.map(toItem), total, sums: {} }
  },
  findItems: (reader, _actor, input) => ({
    rows: findItems(reader, input).map(({ id, code, name, base_unit: baseUnit }) => ({ id, code, name, baseUnit })),
  }),
  getItem: (reader, _actor, input) => getItem(reader, input.id),
  addItem: (tx, _actor, input) => ({ id: addItem(tx, input) }),
  changeItem: (tx, _actor, input) => {
    changeItem(tx, input.id, input)
    return { done: true }
  },
  archiveItem: (tx, _actor, input) => archiveItem(tx, input.id, input.mergedInto ?? null),
  restoreItem: (tx, _actor, input) => restoreItem(tx, input.id),
  listFamilies: (reader, _actor, input) => familyStore.list(reader, input),
  getFamily: (reader, _actor, input) => getFamily(reader, input),
  saveFamily: (tx, _actor, input) => saveFamily(tx, input),
  generateVariants: (tx, _actor, input) => generateVariants(tx, input),
  listImages: (reader, _actor, input) => listImages(reader, input),
  getImage: (reader, _actor, input) => getImage(reader, input),
  thumbnails: (reader, _actor, input) => thumbnails(reader, input),
  addImage: (tx, _actor, input) => addImage(tx, input),
  removeImage: (tx, _actor, input) => removeImage(tx, input),
  listSubstitutes: (reader, _actor, input) => ({ rows: substitutesOf(reader, requireItem(reader, input.itemId).id) }),
  setSubstitutes: (tx, _actor, input) => setSubstitutes(tx, input),
  listCatchWeights: (reader) => ({ rows: catchWeightStore.all(reader) }),
  setCatchWeight: (tx, _actor, input) => setCatchWeight(tx, input),
  listKitParts: (reader, _actor, input) => listKitParts(reader, input),
  setKitParts: (tx, _actor, input) => setKitParts(tx, input),
  listPartnerCodes: (reader, _actor, input) => listPartnerCodes(reader, input),
  setPartnerCodes: (tx, _actor, input) => setPartnerCodes(tx, input),
  checkImport: (reader, _actor, input) => checkImport(reader, input),
  importItems: (tx, actor, input) => importItems(tx, actor, input),
  undoImport: (tx, _actor, input) => undoImport(tx, input),
  listImports: (reader, _actor, input) => importStore.list(reader, input),
  exportItems: (reader, _actor, input) => exportItems(reader, input),
  listMasks: (reader) => ({ rows: maskStore.all(reader) }),
  setMasks: (tx, _actor, input) => setMasks(tx, input.masks),
  tryScan: (reader, _actor, input) => tryScan(reader, input),
  readScan: (reader, _actor, input) => {
    const reading = interpretScan(reader, input.scan, input.partnerId)
    const item = reading.itemId === null ? null : requireItem(reader, reading.itemId)
    return {
      item: item && { id: item.id, code: item.code, name: item.name, baseUnit: item.baseUnit },
      packId: reading.packId,
      packQuantityMicro: reading.packQuantityMicro,
      lotTracked: item?.lotTracked ?? false,
      serialTracked: item?.serialTracked ?? false,
      shelfLifeDays: item?.shelfLifeDays ?? null,
      lot: reading.lot,
      serial: reading.serial,
      expiresOn: reading.expiresOn,
      quantityMicro: reading.quantityMicro,
      pieces: reading.pieces,
      catchWeight: (item && catchWeightOf(reader, item.id)) ?? null,
      marked: reading.marked,
      kind: reading.kind,
    }
  },
}
