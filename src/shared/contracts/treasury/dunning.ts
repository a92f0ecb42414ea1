import { z } from 'zod'
import { sheet } from '../../labels/papers'
import { currencyCode } from '../currencies'
import { amountMinor, date, documentAnswer, done, id, listInput, listOf, note, partnerRef } from '../fields'
import { command, query } from '../procedure'

const file = z.object({ fileName: z.string(), base64: z.string() })

const locale = z.enum(['zh-CN', 'en'])

export const dunning = {
  /** 对账单: every posting between us and a partner over a time, with the balance before and after. */
  statementOfAccount: query(
    'treasury.read',
    { partnerId: id, from: date, to: date, currency: currencyCode.optional() },
    z.object({
      partner: partnerRef,
      /** the statement is in this one; the others that we dealt in are asked for by name */
      currency: z.string(),
      currencies: z.array(z.string()),
      openingMinor: amountMinor,
      closingMinor: amountMinor,
      rows: z.array(
        z.object({
          postedOn: z.string(),
          sourceKind: z.string(),
          sourceId: id,
          number: z.string(),
          text: z.string(),
          debitMinor: amountMinor,
          creditMinor: amountMinor,
          balanceMinor: amountMinor,
        }),
      ),
    }),
    { heavy: true },
  ),
  statementPdf: query(
    'treasury.read',
    { partnerId: id, from: date, to: date, currency: currencyCode.optional(), locale, sheet: sheet.optional() },
    file,
    { heavy: true },
  ),

  /** Customers with overdue items: the level that the days ask for, and the last letter they got. */
  listDunning: query(
    'treasury.read',
    { ...listInput, asOf: date },
    listOf(
      z.object({
        partner: partnerRef,
        overdueMinor: amountMinor,
        /** of it in other currencies, each by itself */
        foreign: z.array(z.object({ currency: z.string(), amountMinor })),
        itemCount: z.int(),
        daysOverdue: z.int(),
        level: z.int(),
        lastLevel: z.int(),
        lastSentOn: z.string().nullable(),
      }),
      { overdueMinor: amountMinor },
    ),
    { heavy: true },
  ),
  listDunningLevels: query(
    'treasury.read',
    {},
    z.object({ rows: z.array(z.object({ level: z.int(), daysOverdue: z.int(), text: z.string() })) }),
  ),
  setDunningLevel: command(
    'treasury.write',
    {
      level: z.int().min(1).max(5),
      daysOverdue: z.int().min(0).max(3650),
      text: z.string().trim().max(1000).default(''),
    },
    done,
  ),
  /** Writes the reminder of the level that a customer's overdue items have reached. */
  sendDunning: command('treasury.write', { partnerId: id, sentOn: date, note: note.default('') }, documentAnswer),
  dunningPdf: query('treasury.read', { id, locale, sheet: sheet.optional() }, file),
}
