import { z } from 'zod'
import { amountMinor, id } from '../fields'

/** Fields of the treasury's own contracts. */
export const reference = z.string().trim().max(60).default('')

export const positiveMinor = amountMinor.positive()

export const shareMinor = amountMinor.nonnegative().default(0)

export const accountRef = z.object({ id, name: z.string() })

export const direction = z.enum(['in', 'out'])
