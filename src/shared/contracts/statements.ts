import { z } from 'zod'
import { locale } from './company'
import { amountMinor, date, id, listInput, listOf } from './fields'
import { query } from './procedure'

const part = z.object({
  accountCode: z.string(),
  accountName: z.string(),
  partnerName: z.string().nullable(),
  amountMinor,
  compareMinor: amountMinor,
})

const row = z.object({
  /** the form's line number; null for a heading */
  no: z.int().nullable(),
  label: z.string(),
  level: z.int(),
  /** row of the cash-flow statement: `cashFlowLines` lists what is in it */
  item: z.string().nullable(),
  amountMinor: amountMinor.nullable(),
  compareMinor: amountMinor.nullable(),
  /** what the figure is made of */
  parts: z.array(part),
})

const span = { from: date, to: date }

/** A filled form; its second column of figures stays empty. */
const resultColumn = z.object({ id: id.nullable(), name: z.string(), rows: z.array(row), profitMinor: amountMinor })

export const statements = {
  /** "Of which" rows of the income statement: accounts under these codes may be shown in them by their tag. */
  listTags: query(
    'accounting.read',
    {},
    z.object({ rows: z.array(z.object({ tag: z.string(), label: z.string(), accounts: z.array(z.string()) })) }),
  ),
  /** 资产负债表. Beside it another day: the end of the year before, unless named. */
  balanceSheet: query(
    'accounting.read',
    { on: date, compareOn: date.optional() },
    z.object({
      form: z.string(),
      on: z.string(),
      compareOn: z.string(),
      left: z.array(row),
      right: z.array(row),
      differenceMinor: amountMinor,
      compareDifferenceMinor: amountMinor,
    }),
    { heavy: true },
  ),
  /** 利润表 of some days, beside the year so far unless another span is named; of a department or project, if asked. */
  incomeStatement: query(
    'accounting.read',
    {
      ...span,
      compareFrom: date.optional(),
      compareTo: date.optional(),
      departmentId: id.optional(),
      projectId: id.optional(),
    },
    z.object({
      form: z.string(),
      from: z.string(),
      to: z.string(),
      compareFrom: z.string(),
      compareTo: z.string(),
      rows: z.array(row),
      profitMinor: amountMinor,
      compareProfitMinor: amountMinor,
      /** what the year carried over to 3103 up to the last day; null until all of it is */
      carriedMinor: amountMinor.nullable(),
    }),
    { heavy: true },
  ),
  /** 部门利润表, 项目利润表: a column for each department or project; with `unnamed` they add up to `whole`. */
  incomeByDimension: query(
    'accounting.read',
    { dimension: z.enum(['department', 'project']), ...span },
    z.object({ columns: z.array(resultColumn), unnamed: resultColumn, whole: resultColumn }),
    { heavy: true },
  ),
  /** 现金流量表, direct, beside the year so far; `indirect` leads from profit to the operating cash flow. */
  cashFlow: query(
    'accounting.read',
    span,
    z.object({
      form: z.string(),
      from: z.string(),
      to: z.string(),
      compareFrom: z.string(),
      rows: z.array(row),
      indirect: z.array(row),
      differenceMinor: amountMinor,
      compareDifferenceMinor: amountMinor,
    }),
    { heavy: true },
  ),
  cashFlowLines: query(
    'accounting.read',
    { item: z.string().max(40), ...span, offset: listInput.offset, limit: listInput.limit },
    listOf(
      z.object({
        entryId: id,
        label: z.string(),
        postedOn: z.string(),
        memo: z.string(),
        accountCode: z.string(),
        amountMinor,
      }),
      { amountMinor },
    ),
    { heavy: true },
  ),
  /** Ready for A4, with the heading of the company. */
  print: query(
    'accounting.read',
    {
      statement: z.enum(['balance-sheet', 'income-statement', 'cash-flow']),
      ...span,
      departmentId: id.optional(),
      projectId: id.optional(),
      locale,
    },
    z.object({ fileName: z.string(), pdf: z.base64() }),
    { heavy: true },
  ),
}
