import { z } from 'zod'
import { amountMinor, id, note } from './fields'
import { command, query } from './procedure'

const month = z.object({ id, startsOn: z.string(), endsOn: z.string(), state: z.string() })

const accountAmounts = z.object({
  accountCode: z.string(),
  accountName: z.string(),
  debitMinor: amountMinor,
  creditMinor: amountMinor,
})

export const closing = {
  listMonths: query('accounting.read', {}, z.object({ rows: z.array(month) })),
  /**
   * Everything that is asked before a month is closed. Texts stand in i18n under `closing.checks.<key>` and
   * `closing.vouchers.<key>`.
   */
  cockpit: query(
    'accounting.read',
    { periodId: id },
    z.object({
      month,
      /** the month before is not closed: this one can't be either */
      isEarlierOpen: z.boolean(),
      checks: z.array(
        z.object({
          key: z.string(),
          severity: z.enum(['blocks', 'warns']),
          /** the kind of the page that mends it */
          page: z.string(),
          count: z.int(),
          findings: z.array(
            z.object({
              kind: z.string().nullable(),
              id: id.nullable(),
              label: z.string(),
              on: z.string().nullable(),
              amountMinor: amountMinor.nullable(),
            }),
          ),
        }),
      ),
      vouchers: z.array(
        z.object({
          key: z.string(),
          state: z.enum(['missing', 'posted', 'none']),
          /** what is still to be posted */
          lines: z.array(accountAmounts),
          entries: z.array(z.object({ id, label: z.string(), postedOn: z.string() })),
        }),
      ),
      events: z.array(
        z.object({
          id,
          kind: z.enum(['soft-closed', 'closed', 'reopened', 'opened']),
          userName: z.string(),
          happenedAt: z.string(),
          reason: z.string(),
          /** keys of the warnings that were accepted */
          warnings: z.array(z.string()),
        }),
      ),
      /** what the last closing holds more or less than the one before it */
      changes: z.array(accountAmounts),
    }),
    { heavy: true },
  ),
  /** Posts what is missing at the month's end: one voucher by its key, or all in their order. */
  postMonthEnd: command(
    'accounting.post',
    { periodId: id, key: z.string().max(60).optional() },
    z.object({ posted: z.int() }),
  ),
  /** In a softly closed month documents stop; whoever may post vouchers still mends. */
  setSoftClosed: command('periods.close', { periodId: id, isSoftClosed: z.boolean() }, z.object({ state: z.string() })),
  /** Closes for good, after the month before: no blocking check open, no voucher missing, warnings accepted. */
  closeMonth: command(
    'periods.close',
    { periodId: id, acceptsWarnings: z.boolean().default(false) },
    z.object({ state: z.string(), changes: z.array(accountAmounts) }),
  ),
  /** The owner's act, with its reason in the trail; the month is softly closed afterwards. */
  reopenMonth: command('periods.reopen', { periodId: id, reason: note.min(1) }, z.object({ state: z.string() })),
}
