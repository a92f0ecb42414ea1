import { z } from 'zod'
import { amountMinor, date, documentAnswer, id, listInput, listOf, note } from './fields'
import { command, query } from './procedure'

const part = amountMinor.nonnegative().default(0)

/** What was earned, what the employer adds, and what is withheld. */
const amounts = {
  grossMinor: amountMinor,
  employerSocialMinor: amountMinor,
  employerFundMinor: amountMinor,
  socialMinor: amountMinor,
  fundMinor: amountMinor,
  incomeTaxMinor: amountMinor,
  /** what the staff gets: gross less what is withheld */
  netMinor: amountMinor,
  /** what it costs: gross and the employer's shares */
  costMinor: amountMinor,
}

const line = z.object({
  departmentId: id.nullable(),
  departmentName: z.string().nullable(),
  accountCode: z.string(),
  accountName: z.string(),
  headcount: z.int(),
  ...amounts,
})

const paymentKind = z.enum(['wages', 'insurance', 'tax'])

export const payroll = {
  /** 计提工资: a month's wages by department, with social insurance, housing fund and income tax. */
  postRun: command(
    'accounting.post',
    {
      month: date,
      postedOn: date,
      note: note.default(''),
      lines: z
        .array(
          z.strictObject({
            departmentId: id.optional(),
            accountCode: z.string().max(40),
            headcount: z.int().min(0).max(100_000).default(0),
            grossMinor: part,
            employerSocialMinor: part,
            employerFundMinor: part,
            socialMinor: part,
            fundMinor: part,
            incomeTaxMinor: part,
          }),
        )
        .min(1)
        .max(200),
    },
    documentAnswer,
  ),
  listRuns: query(
    'accounting.read',
    listInput,
    listOf(
      z.object({
        id,
        number: z.string(),
        state: z.string(),
        month: z.string(),
        postedOn: z.string(),
        note: z.string(),
        ...amounts,
        /** what of it was paid */
        paid: z.array(paymentKind),
      }),
      { costMinor: amountMinor, netMinor: amountMinor },
    ),
  ),
  getRun: query(
    'accounting.read',
    { id },
    z.object({
      id,
      number: z.string(),
      state: z.string(),
      month: z.string(),
      postedOn: z.string(),
      note: z.string(),
      totals: z.object(amounts),
      lines: z.array(line),
      payments: z.array(
        z.object({
          id,
          number: z.string(),
          state: z.string(),
          kind: paymentKind,
          paidOn: z.string(),
          account: z.string(),
          amountMinor,
        }),
      ),
      /** what is still to be paid, and how much */
      due: z.array(z.object({ kind: paymentKind, amountMinor })),
    }),
  ),
  reverseRun: command('documents.reverse', { id, reversedOn: date, reason: note }, documentAnswer),
  /** Pays the staff, the insurance with both shares, or the tax that was withheld: each as a whole. */
  pay: command('treasury.write', { runId: id, kind: paymentKind, paidOn: date, accountId: id }, documentAnswer),
  getPayment: query(
    'accounting.read',
    { id },
    z.object({
      id,
      number: z.string(),
      state: z.string(),
      kind: paymentKind,
      paidOn: z.string(),
      account: z.string(),
      amountMinor,
      run: z.object({ id, number: z.string(), month: z.string() }),
    }),
  ),
  reversePayment: command('documents.reverse', { id, reversedOn: date, reason: note }, documentAnswer),
}
