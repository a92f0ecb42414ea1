import { z } from 'zod'
import { amountMinor, date, documentAnswer, done, id, listInput, listOf, name, note } from './fields'
import { command, query } from './procedure'

const method = z.enum(['straight-line', 'double-declining', 'sum-of-digits', 'units'])
const lifeMonths = z.int().min(1).max(1200)
const words = z.string().trim().max(120).default('')
const positive = amountMinor.positive()
const nothingOrMore = amountMinor.nonnegative()
const reversal = { id, reversedOn: date, reason: note }

export const assets = {
  listCategories: query(
    'accounting.read',
    {},
    z.object({
      rows: z.array(
        z.object({
          id,
          name: z.string(),
          method,
          lifeMonths: z.int(),
          residualMicro: z.int(),
          expenseAccountCode: z.string().nullable(),
        }),
      ),
    }),
  ),
  saveCategory: command(
    'accounting.post',
    {
      id: id.optional(),
      name,
      method,
      lifeMonths,
      residualMicro: z.int().min(0).max(1_000_000),
      /** where its depreciation goes; left out: the pack's own account for it */
      expenseAccountCode: z.string().max(40).optional(),
    },
    z.object({ id }),
  ),
  /** A card and its cost in the books: bought on credit from a supplier, or against an account. */
  acquire: command(
    'accounting.post',
    {
      name,
      categoryId: id,
      acquiredOn: date,
      inServiceOn: date,
      method: method.optional(),
      lifeMonths: lifeMonths.optional(),
      costMinor: positive,
      residualMinor: nothingOrMore.optional(),
      unitsTotal: z.int().positive().max(1_000_000_000).optional(),
      taxMinor: nothingOrMore.default(0),
      /** depreciated before these books began, and over how many months */
      openingMinor: nothingOrMore.default(0),
      openingMonths: z.int().min(0).max(1200).default(0),
      supplierId: id.optional(),
      supplierReference: z.string().trim().max(40).default(''),
      accountCode: z.string().max(40).optional(),
      location: words,
      custodian: words,
      serialNumber: words,
      note: note.default(''),
    },
    documentAnswer,
  ),
  reverseAcquisition: command('documents.reverse', reversal, documentAnswer),
  changeCard: command('accounting.post', { id, name, location: words, custodian: words, note: note.default('') }, done),
  listAssets: query(
    'accounting.read',
    { ...listInput, state: z.enum(['in-use', 'disposed', 'any']).default('in-use') },
    listOf(
      z.object({
        id,
        number: z.string(),
        name: z.string(),
        state: z.string(),
        category: z.string(),
        acquiredOn: z.string(),
        location: z.string(),
        custodian: z.string(),
        serialNumber: z.string(),
        costMinor: amountMinor,
        accumulatedMinor: amountMinor,
        valueMinor: amountMinor,
      }),
      { costMinor: amountMinor, accumulatedMinor: amountMinor, valueMinor: amountMinor },
    ),
  ),
  getAsset: query(
    'accounting.read',
    { id },
    z.object({
      id,
      number: z.string(),
      name: z.string(),
      state: z.string(),
      category: z.object({ id, name: z.string() }),
      supplier: z.object({ id, name: z.string() }).nullable(),
      acquiredOn: z.string(),
      inServiceOn: z.string(),
      method,
      lifeMonths: z.int(),
      residualMinor: amountMinor,
      unitsTotal: z.int().nullable(),
      openingMinor: amountMinor,
      openingMonths: z.int(),
      location: z.string(),
      custodian: z.string(),
      serialNumber: z.string(),
      note: z.string(),
      originalCostMinor: amountMinor,
      costMinor: amountMinor,
      accumulatedMinor: amountMinor,
      valueMinor: amountMinor,
      changes: z.array(
        z.object({
          id,
          kind: z.string(),
          postedOn: z.string(),
          month: z.string().nullable(),
          costMinor: amountMinor,
          accumulatedMinor: amountMinor,
          sourceKind: z.string(),
          sourceId: id,
          number: z.string(),
          isReversal: z.boolean(),
        }),
      ),
    }),
  ),
  /** How much an asset was used in a month, where that is what it is depreciated by. */
  setUnits: command('accounting.post', { assetId: id, month: date, units: z.int().min(0).max(1_000_000_000) }, done),
  /** What a month still takes. */
  planRun: query(
    'accounting.read',
    { month: date },
    z.object({ rows: z.array(z.object({ id, number: z.string(), name: z.string(), amountMinor })) }),
  ),
  runDepreciation: command('accounting.post', { month: date }, documentAnswer),
  reverseRun: command('documents.reverse', reversal, documentAnswer),
  listRuns: query(
    'accounting.read',
    {},
    z.object({
      rows: z.array(
        z.object({
          id,
          number: z.string(),
          state: z.string(),
          month: z.string(),
          postedOn: z.string(),
          amountMinor,
        }),
      ),
    }),
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
      amountMinor,
      lines: z.array(z.object({ id, number: z.string(), name: z.string(), amountMinor })),
    }),
  ),
  /** Sold, scrapped or lost; the month of its going is still depreciated. */
  dispose: command(
    'accounting.post',
    {
      assetId: id,
      disposedOn: date,
      proceedsMinor: nothingOrMore.default(0),
      taxMinor: nothingOrMore.default(0),
      /** where the proceeds came in */
      accountCode: z.string().max(40).optional(),
    },
    documentAnswer,
  ),
  reverseDisposal: command('documents.reverse', reversal, documentAnswer),
  impair: command(
    'accounting.post',
    { assetId: id, impairedOn: date, amountMinor: positive, reason: z.string().trim().max(200).default('') },
    documentAnswer,
  ),
}
