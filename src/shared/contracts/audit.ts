import { z } from 'zod'
import { id, listInput, listOf } from './fields'
import { query } from './procedure'

export const audit = {
  listEntries: query(
    'audit.read',
    { ...listInput },
    listOf(
      z.object({
        id,
        recordedAt: z.string(),
        userName: z.string(),
        station: z.string(),
        procedure: z.string(),
        outcome: z.enum(['done', 'refused', 'failed']),
        refusalCode: z.string().nullable(),
        detail: z.string(),
      }),
    ),
  ),
}
