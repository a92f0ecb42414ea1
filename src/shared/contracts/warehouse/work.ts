import { z } from 'zod'
import { binRef, date, done, id, itemRef, quantityMicro } from '../fields'
import { command, query } from '../procedure'

/** Who does what next, and how the day goes. */
export const work = {
  /** Work of this person and their zone: begun work first, then what a wave waits for, then the nearest. */
  nextWork: query(
    'warehouse.work',
    { warehouseId: id },
    z.object({
      /** the bin that the last scan left this person at */
      at: z.string().nullable(),
      zone: z.object({ id, code: z.string(), name: z.string() }).nullable(),
      total: z.int(),
      rows: z.array(
        z.object({
          kind: z.enum(['pick', 'putaway', 'move']),
          /** of the batch (pick) or the task */
          id,
          number: z.string(),
          picks: z.int(),
          item: itemRef.nullable(),
          quantityMicro,
          fromBin: binRef.nullable(),
          toBin: binRef.nullable(),
          reasonCode: z.string(),
          reasonParams: z.record(z.string(), z.union([z.string(), z.number()])),
          /** the walk to where it begins */
          approachMillimetres: z.int(),
          minutes: z.int(),
          isMine: z.boolean(),
        }),
      ),
    }),
  ),
  /** A putaway or move becomes this person's: nobody else is sent to it until they begin something else. */
  takeWork: command('warehouse.work', { taskId: id }, done),
  setClerkZone: command('warehouse.manage', { warehouseId: id, userId: id, zoneId: id.nullable() }, done),
  /** A scan that the station refused. */
  noteMistake: command(
    'warehouse.work',
    { code: z.string().min(1).max(80), scanned: z.string().max(200).default('') },
    done,
  ),
  /** One day's work by person, what was caught, and what waits in which zone. */
  workBoard: query(
    'warehouse.manage',
    { warehouseId: id, day: date },
    z.object({
      people: z.array(
        z.object({
          userId: id,
          name: z.string(),
          firstAt: z.string(),
          lastAt: z.string(),
          picks: z.int(),
          putaways: z.int(),
          moves: z.int(),
          packs: z.int(),
          counts: z.int(),
          undone: z.int(),
          /** from scan to scan, pauses of more than ten minutes left out */
          actualSeconds: z.int(),
          /** what these steps and walks usually take */
          targetSeconds: z.int(),
          mistakes: z.int(),
          zoneId: id.nullable(),
        }),
      ),
      caught: z.array(z.object({ code: z.string(), times: z.int() })),
      zones: z.array(
        z.object({ id, code: z.string(), name: z.string(), putaways: z.int(), picks: z.int(), moves: z.int() }),
      ),
    }),
  ),
}
