import { z } from 'zod'
import { amountMinor, chain, date, documentAnswer, id, listInput, listOf } from './fields'
import { command, query } from './procedure'

const MOST = 1_000_000_000_000

const pieces = z.array(
  z.strictObject({ faceMinor: z.int().positive().max(MOST), pieces: z.int().positive().max(1_000_000) }),
)

const counted = {
  /** all the cash in the till */
  countedMinor: z.int().min(0).max(MOST),
  /** note by note and coin by coin; empty where only the total was counted */
  pieces: pieces.max(40).default([]),
  reason: z.string().trim().max(200).default(''),
}

/** Opening and closing of the till: the cash is counted, and the books follow. */
export const counterTills = {
  /** Counts the float in. A difference to the books is posted; over the limit with the right `treasury.writeOff`. */
  openTill: command('sales.post', { accountId: id.optional(), openedOn: date, ...counted }, documentAnswer),
  /** Counts it out, posts what is more or less, and takes out what does not stay as the next float. */
  closeTill: command(
    'sales.post',
    { id, closedOn: date, ...counted, takenMinor: z.int().min(0).max(MOST).default(0), takenToId: id.optional() },
    documentAnswer.extend({ differenceMinor: amountMinor }),
  ),
  listTills: query(
    'sales.read',
    { ...listInput, state: z.enum(['open', 'closed']).optional() },
    listOf(
      z.object({
        id,
        number: z.string(),
        state: z.string(),
        account: z.string(),
        station: z.string(),
        cashier: z.string(),
        openedAt: z.string(),
        closedAt: z.string().nullable(),
        floatMinor: amountMinor,
        salesMinor: amountMinor,
        countedMinor: amountMinor.nullable(),
        differenceMinor: amountMinor.nullable(),
      }),
      { differenceMinor: amountMinor },
    ),
  ),
  /** With its Z report; what should be in an open till is told only to who may answer for a difference. */
  getTill: query(
    'sales.read',
    { id },
    z.object({
      id,
      number: z.string(),
      state: z.string(),
      accountId: id,
      account: z.string(),
      station: z.string(),
      cashier: z.string(),
      openedOn: z.string(),
      openedAt: z.string(),
      floatMinor: amountMinor,
      openingDifferenceMinor: amountMinor,
      closedOn: z.string().nullable(),
      closedAt: z.string().nullable(),
      closedBy: z.string().nullable(),
      allowedBy: z.string().nullable(),
      expectedMinor: amountMinor.nullable(),
      countedMinor: amountMinor.nullable(),
      differenceMinor: amountMinor.nullable(),
      takenMinor: amountMinor.nullable(),
      reason: z.string(),
      sales: z.object({ count: z.int(), grossMinor: amountMinor, taxMinor: amountMinor }).nullable(),
      /** cash beside the sales while it was open */
      otherInMinor: amountMinor.nullable(),
      otherOutMinor: amountMinor.nullable(),
      openingPieces: pieces,
      closingPieces: pieces,
      chain,
    }),
  ),
  /** Whether this cash is kept by tills, and the one that is open there. */
  tillState: query(
    'sales.read',
    { accountId: id.optional() },
    z.object({
      accountId: id.nullable(),
      isKept: z.boolean(),
      till: z
        .object({ id, number: z.string(), cashier: z.string(), isOwn: z.boolean(), openedOn: z.string() })
        .nullable(),
    }),
  ),
  /** The Z report as PDF on a strip of 80 mm, base64. */
  tillPdf: query(
    'sales.read',
    { id, locale: z.enum(['zh-CN', 'en']) },
    z.object({ fileName: z.string(), pdf: z.string() }),
    { heavy: true },
  ),
}
