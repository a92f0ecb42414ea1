import { z } from 'zod'
import { done, id, listInput, listOf } from './fields'
import { command, query } from './procedure'

export const labelUse = z.enum(['item', 'shelf', 'price', 'bin', 'lot', 'test'])
const copies = z.int().min(1).max(500)
const station = z.string().trim().min(1).max(60)
const trouble = z.object({ code: z.string().max(80), params: z.record(z.string(), z.union([z.string(), z.number()])) })
const jobIds = z.object({ jobIds: z.array(id) })

/** Labels on paper: what is printed where, and what became of it. */
export const labels = {
  /** Of an item (item, shelf, price), a bin (bin), a goods receipt (lot: one for each line), a printer (test). */
  printLabels: command(
    'warehouse.work',
    {
      use: labelUse,
      sourceId: id,
      copies: copies.default(1),
      /** where it comes out; the station of whoever asks when left out */
      station: station.optional(),
    },
    jobIds,
  ),
  /** Prints a job once more, on purpose: with the reason why. */
  reprintJob: command('warehouse.work', { id, reason: z.string().trim().min(3).max(200) }, jobIds),
  /** Takes a job that still waits out of the queue. */
  cancelJob: command('warehouse.work', { id }, done),
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
  /** Which printer of a station takes which kind of label. */
  listRules: query(
    'signedIn',
    { station: station.optional() },
    z.object({ rows: z.array(z.object({ use: labelUse, deviceId: id, isAutomatic: z.boolean() })) }),
  ),
  setRule: command(
    'devices.manage',
    { use: labelUse, deviceId: id, isAutomatic: z.boolean(), station: station.optional() },
    done,
  ),
  /** For the station that owns the printer: the next job, marked as sent before its first byte leaves. */
  claimJob: command(
    'devices.manage',
    { station },
    z.object({
      job: z
        .object({
          id,
          deviceId: id,
          template: z.string(),
          values: z.record(z.string(), z.string()),
          copies: z.int(),
        })
        .nullable(),
    }),
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
