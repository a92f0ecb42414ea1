import { z } from 'zod'
import { paperForms, paperKinds, printContent } from '../labels/papers'
import { labelTemplate, labelUses } from '../labels/template'
import { date, done, id, listInput, listOf, name } from './fields'
import { command, query } from './procedure'

const labelUse = z.enum(labelUses)
const paper = z.enum(paperKinds)
const printKind = z.enum([...labelUses, ...paperKinds])
const copies = z.int().min(1).max(500)
const station = z.string().trim().min(1).max(60)
const reason = z.string().trim().min(3).max(200)
const trouble = z.object({ code: z.string().max(80), params: z.record(z.string(), z.union([z.string(), z.number()])) })
const jobIds = z.object({ jobIds: z.array(id) })
const shiftTenths = z.int().min(-500).max(500)
const values = z.record(z.string().max(40), z.string().max(300))

/** Labels and documents on paper: how they look, what is printed where, and what became of it. */
export const labels = {
  /**
   * Of an item (item, shelf, price), a bin (bin), a goods receipt (lot: one for each line), a unit (pallet), a carton of
   * an order (carton), a shipment (address), a printer (test).
   */
  printLabels: command(
    'warehouse.work',
    {
      use: labelUse,
      sourceId: id,
      copies: copies.default(1),
      /** where it comes out; the station of whoever asks when left out */
      station: station.optional(),
      /** a label of the company's own; else the one that is printed for this use */
      templateId: id.optional(),
    },
    jobIds,
  ),
  /** Whoever may read the document may print it. A receipt comes out a second time only with a reason. */
  printPaper: command(
    'signedIn',
    {
      paper,
      /** of the document; for a statement of the partner, for a receipt of the sale */
      sourceId: id,
      locale: z.enum(['zh-CN', 'en']),
      copies: copies.max(20).default(1),
      station: station.optional(),
      /** of a statement */
      from: date.optional(),
      to: date.optional(),
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/)
        .optional(),
      reason: reason.optional(),
    },
    jobIds,
  ),
  /** Prints a job once more, on purpose: with the reason why. */
  reprintJob: command('signedIn', { id, reason }, jobIds),
  /** Takes a job that still waits out of the queue. */
  cancelJob: command('signedIn', { id }, done),
  listJobs: query(
    'warehouse.read',
    {
      ...listInput,
      state: z.enum(['any', 'queued', 'sent', 'confirmed', 'unknown', 'expired', 'cancelled']).default('any'),
    },
    listOf(
      z.object({
        id,
        askedAt: z.string(),
        station: z.string(),
        use: z.string(),
        title: z.string(),
        copies: z.int(),
        state: z.string(),
        trouble: trouble.nullable(),
        reprintOf: id.nullable(),
        reason: z.string(),
        askedBy: z.string(),
      }),
    ),
  ),
  /** What waits, came out in the last day or went wrong at a station, for its screens. */
  queueOf: query(
    'signedIn',
    { station: station.optional() },
    z.object({
      waiting: z.int(),
      sent: z.int(),
      /** in the last 24 hours */
      confirmed: z.int(),
      unknown: z.int(),
      expired: z.int(),
      trouble: trouble.nullable(),
    }),
  ),
  /** Which printer of a station takes which kind of label or document, on which paper. */
  listRules: query(
    'signedIn',
    { station: station.optional() },
    z.object({
      rows: z.array(
        z.object({
          use: printKind,
          deviceId: id,
          isAutomatic: z.boolean(),
          form: z.enum(paperForms),
          shiftXTenths: shiftTenths,
          shiftYTenths: shiftTenths,
        }),
      ),
    }),
  ),
  setRule: command(
    'devices.manage',
    {
      use: printKind,
      deviceId: id,
      /** comes by itself when its document is made */
      isAutomatic: z.boolean(),
      form: z.enum(paperForms).default('A4'),
      shiftXTenths: shiftTenths.default(0),
      shiftYTenths: shiftTenths.default(0),
      station: station.optional(),
    },
    done,
  ),
  clearRule: command('devices.manage', { use: printKind, station: station.optional() }, done),
  /** The company's own labels. Those that the program brings are part of the program (shared/labels/templates). */
  listTemplates: query(
    'warehouse.read',
    {},
    z.object({
      rows: z.array(
        z.object({
          id,
          name: z.string(),
          use: labelUse,
          isUsed: z.boolean(),
          version: z.int(),
          changedAt: z.string(),
          changedBy: z.string(),
          template: labelTemplate,
        }),
      ),
    }),
  ),
  /**
   * Without an id a new one; with one, `version` is that of the label that was opened: where somebody has saved it
   * meanwhile, the save is refused. The one that is used takes the place of the program's own for its use.
   */
  saveTemplate: command(
    'warehouse.manage',
    { id: id.optional(), version: z.int().min(1).optional(), name, template: labelTemplate, isUsed: z.boolean() },
    z.object({ id, version: z.int() }),
  ),
  deleteTemplate: command('warehouse.manage', { id }, done),
  /** The dots that a printer would print, by the very code that prints. Parts that can't be drawn are named and left out. */
  previewLabel: query(
    'warehouse.read',
    {
      template: labelTemplate,
      dpi: z.union([z.literal(203), z.literal(300), z.literal(600)]),
      /** an example where left out */
      values: values.optional(),
      /** what the label would be of; its fields instead of the example */
      sourceId: id.optional(),
    },
    z.object({
      width: z.int(),
      height: z.int(),
      /** a bit a dot, rows padded to whole bytes, 1 = black; base64 */
      bits: z.string(),
      troubles: z.array(z.object({ element: z.int(), code: z.string(), params: trouble.shape.params })),
    }),
    { heavy: true },
  ),
  /** For the station that owns the printer: the next job, marked as sent before its first byte leaves. */
  claimJob: command(
    'devices.manage',
    { station },
    z.object({ job: z.object({ id, deviceId: id, content: printContent, copies: z.int() }).nullable() }),
  ),
  /** What became of it. `queued`: not one byte had left, so it may be sent again. */
  settleJob: command(
    'devices.manage',
    { id, outcome: z.enum(['confirmed', 'unknown', 'queued']), trouble: trouble.optional() },
    done,
  ),
  /** After a restart: whatever was being sent then is not known, and is not sent again by itself. */
  recoverJobs: command('devices.manage', { station }, z.object({ unknown: z.int() })),
}
