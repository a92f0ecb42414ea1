import { refuse } from '../../../../shared/errors'
import { checkDigitsOf } from '../../../../shared/values/check-digits'
import type { Reader, Tx } from '../../../kernel/db'
import { renderLabelSheet } from '../../../kernel/paper'
import { placeStore } from '../putaway/place-store'
import type { BinKind } from '../tables'
import { binsToLabel } from './bin-label-queries'
import { requireBin, requireWarehouse } from './bins'
import { layoutStore } from './layout-store'

export interface ImportedBin {
  readonly code: string
  readonly zoneCode: string
  readonly kind: BinKind
  readonly aisle: number
  readonly bay: number
  readonly level: number
  readonly xMillimetres: number
  readonly yMillimetres: number
  readonly capacityMillilitres: number
  readonly capacityGrams: number
  readonly mixesItems: boolean
  readonly mixesLots: boolean
}

/** Adds the bins whose codes are new and changes the others. Refuses the whole table with the row that is wrong. */
export function importBins(
  tx: Tx,
  input: { readonly warehouseId: number; readonly bins: readonly ImportedBin[] },
): { added: number; changed: number } {
  const { warehouseId, bins } = input
  requireWarehouse(tx, warehouseId)
  const zones = new Map(layoutStore.zones(tx, warehouseId).map((zone) => [zone.code.toUpperCase(), zone.id]))
  const seen = new Set<string>()
  let added = 0
  for (const [at, row] of bins.entries()) {
    const code = row.code.toUpperCase()
    const where = { row: at + 1, bin: code }
    if (seen.has(code)) refuse('warehouse.importBinTwice', where, 'bins')
    seen.add(code)
    const zoneId =
      zones.get(row.zoneCode.toUpperCase()) ??
      refuse('warehouse.importZoneUnknown', { ...where, zone: row.zoneCode }, 'bins')
    const bin = {
      ...row,
      mixesItems: Number(row.mixesItems),
      mixesLots: Number(row.mixesLots),
      distanceMillimetres: row.xMillimetres + row.yMillimetres,
      zoneId,
    }
    const known = layoutStore.binByCode(tx, code)
    if (known === undefined) {
      layoutStore.insertBin(tx, { ...bin, code, warehouseId })
      added += 1
      continue
    }
    if (known.warehouse_id !== warehouseId) refuse('warehouse.importBinElsewhere', where, 'bins')
    // A pick face stays one as long as an item is picked from it; what stores goods now is not made a dock under them.
    const kind = known.kind === 'pick-face' && row.kind === 'storage' ? known.kind : row.kind
    const isTaken = layoutStore.isInUse(tx, known.id) || placeStore.ownerOf(tx, known.id) !== undefined
    if (kind !== known.kind && isTaken) refuse('warehouse.importBinInUse', where, 'bins')
    layoutStore.updateBin(tx, { ...bin, id: known.id, kind })
    // It may hold more now than it did: no longer full is found out by the next putaway.
    layoutStore.settleFill(tx, known.id)
  }
  tx.announce({ kind: 'warehouse.binsImported', id: warehouseId })
  return { added, changed: bins.length - added }
}

/** A blocked bin takes nothing and gives nothing until it is freed; what lies there stays. */
export function blockBin(tx: Tx, input: { readonly binId: number; readonly blocked: boolean }): { done: true } {
  const bin = requireBin(tx, input.binId)
  layoutStore.block(tx, bin.id, input.blocked)
  tx.announce({ kind: 'warehouse.binBlocked', id: bin.id })
  return { done: true }
}

const MOST_LABELS = 2000

/** Labels of many bins on sheets: the code as large text and barcode, and the check digits. */
export function binLabelsPdf(
  reader: Reader,
  input: { readonly warehouseId: number; readonly filter: string; readonly kind?: BinKind | undefined },
): { fileName: string; pdf: string; labels: number } {
  const warehouse = requireWarehouse(reader, input.warehouseId)
  const rows = binsToLabel(reader, { ...input, atMost: MOST_LABELS })
  if (rows.length === 0) refuse('warehouse.noBinsToLabel', {}, 'filter')
  if (rows.length > MOST_LABELS) refuse('warehouse.tooManyLabels', { maximum: MOST_LABELS }, 'filter')
  const pdf = renderLabelSheet({
    title: warehouse.name,
    labels: rows.map(({ code }) => ({ text: code, code, note: checkDigitsOf(code) })),
  })
  return { fileName: `${warehouse.code}-bins.pdf`, pdf: pdf.toString('base64'), labels: rows.length }
}
