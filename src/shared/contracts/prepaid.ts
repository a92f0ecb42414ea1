import { z } from 'zod'
import { amountMinor, date, done, id, listInput, listOf, name, note } from './fields'
import { command, query } from './procedure'

const row = z.object({
  id,
  name: z.string(),
  state: z.enum(['running', 'ended', 'cancelled']),
  accountCode: z.string(),
  accountName: z.string(),
  expenseAccountCode: z.string(),
  expenseAccountName: z.string(),
  departmentName: z.string().nullable(),
  amountMinor,
  startsOn: z.string(),
  months: z.int(),
  stoppedOn: z.string().nullable(),
  note: z.string(),
  takenMinor: amountMinor,
  leftMinor: amountMinor,
})

export const prepaid = {
  /**
   * 待摊费用: what lies on an account is taken as cost in equal parts, month by month, by the vouchers of the month's
   * end. A first month that lies behind is made up for in the next voucher.
   */
  add: command(
    'accounting.post',
    {
      name,
      accountCode: z.string().max(40),
      expenseAccountCode: z.string().max(40),
      departmentId: id.optional(),
      amountMinor: amountMinor.positive(),
      startsOn: date,
      months: z.int().min(1).max(600),
      note: note.default(''),
    },
    z.object({ id }),
  ),
  /** `end`: what is left is cost of that month. `cancel`: entered by mistake; what was taken is given back in it. */
  stop: command('accounting.post', { id, how: z.enum(['end', 'cancel']), month: date }, done),
  /** Takes the stop back; the next voucher evens out what the stop took or gave back. */
  resume: command('accounting.post', { id }, done),
  list: query(
    'accounting.read',
    { ...listInput, state: z.enum(['running', 'any']).default('any') },
    listOf(row, { amountMinor, takenMinor: amountMinor, leftMinor: amountMinor }),
  ),
  get: query(
    'accounting.read',
    { id },
    row.extend({
      parts: z.array(
        z.object({ month: z.string(), amountMinor, entryId: id.nullable(), label: z.string().nullable() }),
      ),
    }),
  ),
}
