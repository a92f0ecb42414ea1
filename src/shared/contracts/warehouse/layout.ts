import { z } from 'zod'
import { binRef, code, date, done, id, quantityMicro } from '../fields'
import { command, query } from '../procedure'

export const binKind = z.enum(['dock', 'storage', 'pick-face', 'packing', 'staging', 'quarantine', 'returns'])
const locale = z.enum(['en', 'zh-CN'])
const paperFile = z.object({ fileName: z.string(), pdf: z.string() })
const length = z.int().min(0).max(10_000_000)

/** The house as a plan, and its bins in bulk. */
export const layout = {
  floorMap: query(
    'warehouse.read',
    {
      warehouseId: id,
      today: date,
      /** of which picks are counted */
      days: z.int().min(1).max(365).default(30),
      /** 0: the days up to today; 1: as many days before those, and so on */
      periodsBack: z.int().min(0).max(52).default(0),
    },
    z.object({
      bins: z.array(
        z.object({
          id,
          code: z.string(),
          kind: binKind,
          zoneCode: z.string(),
          aisle: z.int(),
          bay: z.int(),
          level: z.int(),
          xMillimetres: z.int(),
          yMillimetres: z.int(),
          blocked: z.boolean(),
          items: z.int(),
          /** null: it holds something and has no limit */
          fillPercent: z.int().nullable(),
          /** the first lot in it to expire */
          expiresOn: z.string().nullable(),
          class: z.enum(['A', 'B', 'C']).nullable(),
          picks: z.int(),
          /** when something was last put there; null: empty, or not by a task */
          filledOn: z.string().nullable(),
          recount: z.boolean(),
        }),
      ),
      aisleGapMillimetres: z.int(),
      aisleLengthMillimetres: z.int(),
      /** positions along the aisles, from the front, where they can be crossed beside both ends */
      crossAislesMillimetres: z.array(z.int()),
    }),
    { heavy: true },
  ),
  /** How the house is walked, where its bins did not come by pattern. */
  saveWalkways: command(
    'warehouse.manage',
    {
      warehouseId: id,
      aisleGapMillimetres: z.int().positive().max(100_000),
      aisleLengthMillimetres: z.int().positive().max(1_000_000),
      crossAislesMillimetres: z.array(z.int().positive().max(1_000_000)).max(3),
    },
    done,
  ),
  /** Where an item lies, the nearest first. */
  findItem: query(
    'warehouse.read',
    { warehouseId: id, itemId: id },
    z.object({ rows: z.array(z.object({ bin: binRef, quantityMicro })) }),
  ),
  /** New codes are added, known ones changed; one wrong row refuses all. */
  importBins: command(
    'warehouse.manage',
    {
      warehouseId: id,
      bins: z
        .array(
          z.strictObject({
            code,
            zoneCode: code,
            kind: binKind.default('storage'),
            aisle: z.int().min(0).max(1000).default(0),
            bay: z.int().min(0).max(10_000).default(0),
            level: z.int().min(0).max(100).default(0),
            xMillimetres: length.default(0),
            yMillimetres: length.default(0),
            /** 0 = no limit */
            capacityMillilitres: z.int().min(0).max(1_000_000_000).default(0),
            capacityGrams: z.int().min(0).max(1_000_000_000).default(0),
            mixesItems: z.boolean().default(true),
            mixesLots: z.boolean().default(true),
          }),
        )
        .min(1)
        .max(20_000),
    },
    z.object({ added: z.int(), changed: z.int() }),
  ),
  blockBin: command('warehouse.manage', { binId: id, blocked: z.boolean() }, done),
  /** For the day the scanner is broken: what is still open of a batch, or of a blind count, with barcodes to key it back. */
  pickListPdf: query('warehouse.read', { batchId: id, locale }, paperFile),
  countListPdf: query('warehouse.read', { countId: id, locale }, paperFile),
  /** Labels with barcode and check digits, on A4 sheets. */
  binLabelsPdf: query(
    'warehouse.read',
    { warehouseId: id, filter: z.string().trim().max(40).default(''), kind: binKind.optional() },
    z.object({ fileName: z.string(), pdf: z.string(), labels: z.int() }),
  ),
}
