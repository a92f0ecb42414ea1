import { z } from 'zod'
import { binRef, id, itemRef, listInput, listOf, lotRef, positiveQuantityMicro, quantityMicro, scan } from '../fields'
import { command, query } from '../procedure'

const unitKind = z.enum(['pallet', 'tote', 'carton'])
const status = z.enum(['available', 'quarantine', 'damaged'])
const content = z.array(z.object({ item: itemRef, lot: lotRef.nullable(), status, quantityMicro }))
const scanned = z.object({ scanId: id })
const goodsOfUnit = {
  unitScan: scan,
  itemId: id,
  lotId: id.nullable(),
  status: status.default('available'),
  quantityMicro: positiveQuantityMicro,
}

/** Pallets, totes and cartons with a label of their own (SSCC where the company has a GS1 prefix). */
export const units = {
  openUnit: command(
    'warehouse.work',
    {
      kind: unitKind,
      /** where it stands */
      binScan: scan,
      /** the label it carries already; empty: a new one */
      code: z.string().trim().max(40).default(''),
    },
    z.object({ id, code: z.string() }),
  ),
  /** Loose goods of the bin into the unit. */
  packUnit: command('warehouse.work', goodsOfUnit, scanned),
  unpackUnit: command('warehouse.work', goodsOfUnit, scanned),
  /** Onto or into a larger unit in the same bin; empty: out of it again. */
  nestUnit: command('warehouse.work', { unitScan: scan, parentScan: z.string().max(400).default('') }, scanned),
  /** With all that is in it; what was to be put away is put away by that. */
  moveUnit: command(
    'warehouse.work',
    { unitScan: scan, toBinScan: scan },
    z.object({ scanId: id, /** goods that moved */ lines: z.int() }),
  ),
  breakUnit: command('warehouse.work', { unitScan: scan }, scanned),
  getUnit: query(
    'warehouse.read',
    { unitScan: scan },
    z.object({
      id,
      code: z.string(),
      kind: unitKind,
      bin: binRef,
      parentCode: z.string().nullable(),
      /** where its goods are to be put away; null where nothing is planned */
      proposedBin: binRef.nullable(),
      rows: content,
      inside: z.array(z.object({ code: z.string(), kind: unitKind, depth: z.int(), rows: content })),
    }),
  ),
  listUnits: query(
    'warehouse.read',
    { ...listInput, warehouseId: id },
    listOf(
      z.object({
        id,
        code: z.string(),
        kind: unitKind,
        binCode: z.string(),
        parentCode: z.string().nullable(),
        items: z.int(),
        inside: z.int(),
        madeAt: z.string(),
      }),
    ),
  ),
  unitLabelPdf: query(
    'warehouse.read',
    { unitScan: scan, locale: z.enum(['en', 'zh-CN']) },
    z.object({ fileName: z.string(), pdf: z.string() }),
  ),
}
