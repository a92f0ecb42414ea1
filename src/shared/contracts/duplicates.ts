import { z } from 'zod'
import { costMinor, date, documentLink, done, id, listInput, listOf, quantityMicro } from './fields'
import { command, query } from './procedure'

const noun = z.enum(['item', 'partner'])
const pair = { noun, fromId: id, intoId: id }
const ref = z.object({ id, code: z.string(), name: z.string() })

/** What was entered twice becomes one. */
export const duplicates = {
  /** What a merge would move, what keeps it from being done, and which documents have to be ended first. */
  preview: query(
    'signedIn',
    pair,
    z.object({
      from: ref,
      into: ref,
      obstacles: z.array(
        z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
      ),
      open: z.array(documentLink),
      moves: z.array(z.object({ what: z.string(), count: z.int() })),
      stock: z.array(z.object({ warehouse: z.string(), quantityMicro, valueMinor: costMinor() })),
    }),
  ),
  /** Whether it is in use, and which one stayed where it was entered twice. */
  standing: query('signedIn', { noun, id }, z.object({ active: z.boolean(), mergedInto: ref.nullable() })),
  /**
   * The old one is archived and points to the one that stays; stock moves by a posted document at its value, what belongs
   * to it (barcodes, codes, prices, names) goes along. What is in the ledgers stays as it was written.
   */
  merge: command('signedIn', { ...pair, mergedOn: date }, z.object({ id })),
  /** Takes a merge back, as long as everything it moved is still there. */
  undoMerge: command('signedIn', { id, undoneOn: date }, done),
  listMerges: query(
    'signedIn',
    { ...listInput, noun },
    listOf(
      z.object({
        id,
        from: ref,
        into: ref,
        mergedOn: z.string(),
        mergedBy: z.string(),
        undoneAt: z.string().nullable(),
      }),
    ),
  ),
}
