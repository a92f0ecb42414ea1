import { z } from 'zod'
import { date, done, id, listInput, listOf } from './fields'
import { command, query } from './procedure'

const outcome = z.enum(['done', 'refused', 'failed'])

export const audit = {
  /** Newest first. Everything that is asked for narrows; `procedures` are what the filter's words stand for. */
  listEntries: query(
    'audit.read',
    {
      ...listInput,
      procedures: z.array(z.string().max(80)).max(400).default([]),
      outcome: outcome.optional(),
      userName: z.string().max(200).optional(),
      from: date.optional(),
      to: date.optional(),
      /** of one document or person, by the kind of its page */
      subjectKind: z.string().max(80).optional(),
      subjectId: id.optional(),
    },
    listOf(
      z.object({
        id,
        recordedAt: z.string(),
        userName: z.string(),
        station: z.string(),
        procedure: z.string(),
        outcome,
        refusalCode: z.string().nullable(),
        detail: z.string(),
        /** one JSON a line: what happened by it */
        facts: z.string(),
      }),
    ),
  ),
  /** Asked before data leaves the program as a file: the right is checked, and the trail keeps what left. */
  recordExport: command(
    'data.export',
    {
      what: z.string().trim().min(1).max(200),
      about: z.string().trim().max(200),
      format: z.enum(['excel', 'csv', 'pdf', 'hledger', 'folder', 'text']),
      rows: z.int().min(0),
    },
    done,
  ),
}
