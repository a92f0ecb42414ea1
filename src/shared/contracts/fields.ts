import { z } from 'zod'
import { isBusinessDate } from '../values/date'

/** Fields that many contracts share. Units stand last in names: Minor, Micro, Grams, Days. */

const SAFE = Number.MAX_SAFE_INTEGER

export const id = z.int().positive()
export const date = z.string().refine(isBusinessDate, 'date')
export const code = z.string().trim().min(1).max(40)
export const name = z.string().trim().min(1).max(200)
export const note = z.string().trim().max(2000)
/** What a scanner sends or a clerk types in its place; GS as 0x1D. */
export const scan = z.string().min(1).max(400)
export const amountMinor = z.int().min(-SAFE).max(SAFE)
export const quantityMicro = z.int().min(-SAFE).max(SAFE)
/** A quantity that a person enters: above zero, at most a billion of the base unit. */
/** How many pieces the weight of goods is that are counted and weighed; left out, as many as it is nominally. */
export const pieces = z.int().positive().max(1_000_000).optional()
export const positiveQuantityMicro = z.int().positive().max(1_000_000_000_000_000)
export const priceMicro = z.int().nonnegative().max(1_000_000_000_000_000)

/** Marks a figure that tells cost or profit: the dispatcher answers null to whoever lacks `cost.see`. */
export const costFields = z.registry<{ cost: true }>()
function cost<Schema extends z.ZodType>(schema: Schema): z.ZodNullable<Schema> {
  const field = z.nullable(schema)
  costFields.add(field, { cost: true })
  return field
}
export const costMinor = (): z.ZodNullable<typeof amountMinor> => cost(amountMinor)
export const costMicro = (): z.ZodNullable<typeof priceMicro> => cost(priceMicro)

/** Paging, sorting and filtering of every list; `filter` is free text over what the list shows. */
export const listInput = {
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(500).default(100),
  /** a column's name; never one that every JavaScript object answers to (`valueOf`), because lists look it up in one */
  sort: z
    .string()
    .max(40)
    .refine((key) => !(key in {}), 'sort')
    .optional(),
  descending: z.boolean().default(false),
  filter: z.string().trim().max(100).default(''),
}

type NoSums = Record<never, z.ZodType>

/** A page of rows with the count and the sums of all that match. */
export function listOf<Row extends z.ZodType, Sums extends z.ZodRawShape = NoSums>(row: Row, sums?: Sums) {
  return z.object({ rows: z.array(row), total: z.int(), sums: z.object((sums ?? {}) as Sums) })
}

/** One link of a document's origin chain. */
export const documentLink = z.object({
  kind: z.string(),
  id,
  number: z.string().nullable(),
  state: z.string(),
})
export const chain = z.object({ from: z.array(documentLink), to: z.array(documentLink) })

/** What every command on a document answers. */
export const documentAnswer = z.object({ id, number: z.string().nullable(), state: z.string() })

export const done = z.object({ done: z.literal(true) })

export const partnerRef = z.object({ id, code: z.string(), name: z.string() })
export const itemRef = z.object({ id, code: z.string(), name: z.string(), baseUnit: z.string() })
export const binRef = z.object({ id, code: z.string() })
export const lotRef = z.object({ id, code: z.string(), expiresOn: z.string().nullable() })
