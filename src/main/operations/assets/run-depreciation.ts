import { refuse } from '../../../shared/errors'
import { nextNumber } from '../../foundation/company'
import { index } from '../../foundation/search'
import type { Reader, Tx } from '../../kernel/db'
import type { Actor } from '../../kernel/dispatch'
import {
  idOfRole,
  postJournal,
  reverseJournal,
  type AccountLine,
  type JournalLine,
  type MonthEndVoucher,
} from '../../ledgers/accounting'
import { takeBack } from './acquire-asset'
import { assetStore, type Asset } from './asset-store'
import { dueUpTo, firstOfMonth, nextMonth, RUN, type MonthDue } from './standing'

export interface Due {
  readonly asset: Asset
  readonly months: readonly MonthDue[]
  readonly amountMinor: number
}

/** What a month still takes, asset by asset. */
export function planRun(reader: Reader, month: string): Due[] {
  return assetStore.inUse(reader, month).flatMap((asset) => {
    const { due } = dueUpTo(reader, asset, month)
    const amountMinor = due.reduce((sum, each) => sum + each.amountMinor, 0)
    return amountMinor === 0 ? [] : [{ asset, months: due, amountMinor }]
  })
}

/** One debit for each account that takes depreciation, one credit. */
function runLines(reader: Reader, due: readonly Due[]): (JournalLine | AccountLine)[] {
  const standard = idOfRole(reader, 'depreciation')
  const accountOf = new Map(
    assetStore.categories(reader).map(({ id, expenseAccountId }) => [id, expenseAccountId ?? standard]),
  )
  const byAccount = new Map<number, number>()
  for (const { asset, amountMinor } of due) {
    const accountId = accountOf.get(asset.categoryId) ?? standard
    byAccount.set(accountId, (byAccount.get(accountId) ?? 0) + amountMinor)
  }
  const total = due.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  return [
    ...[...byAccount].map(([accountId, debitMinor]) => ({ accountId, debitMinor })),
    { role: 'accumulated-depreciation', creditMinor: total },
  ]
}

interface RunAnswer {
  readonly id: number
  readonly number: string
  readonly state: string
}

/** Posts what a month takes of every asset. Refuses where an earlier month is missing, and where nothing is due. */
export function runDepreciation(tx: Tx, actor: Actor, input: { month: string }): RunAnswer {
  const month = firstOfMonth(input.month)
  const due = planRun(tx, month)
  if (due.length === 0) refuse('assets.nothingDue', { month: month.slice(0, 7) }, 'month')
  for (const asset of assetStore.inUse(tx, month)) {
    const { openBefore } = dueUpTo(tx, asset, month)
    if (openBefore !== undefined) {
      refuse('assets.earlierMonthMissing', { asset: asset.number, month: openBefore.month.slice(0, 7) }, 'month')
    }
  }
  const postedOn = lastOfMonth(month)
  const amountMinor = due.reduce((sum, each) => sum + each.amountMinor, 0)
  const number = nextNumber(tx, 'DP', postedOn)
  const id = assetStore.insertRun(tx, { number, month, postedOn, amountMinor }, actor.userId)
  for (const { asset, months } of due) {
    for (const each of months) {
      assetStore.insertChange(tx, {
        assetId: asset.id,
        kind: 'depreciation',
        postedOn,
        month: each.month,
        costMinor: 0,
        accumulatedMinor: each.amountMinor,
        sourceKind: RUN,
        sourceId: id,
        reversesId: null,
      })
    }
  }
  postJournal(tx, actor, {
    postedOn,
    memo: `${number} ${month.slice(0, 7)}`,
    source: { kind: RUN, id },
    lines: runLines(tx, due),
  })
  index(tx, { kind: RUN, id, title: number, subtitle: month.slice(0, 7), words: [] })
  tx.announce({ kind: 'assets.depreciated', id })
  return { id, number, state: 'posted' }
}

const lastOfMonth = (month: string): string =>
  new Date(Date.parse(`${nextMonth(month)}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

/** Takes a month back. Later months stand on it, so they go first. */
export function reverseRun(tx: Tx, actor: Actor, input: { id: number; reversedOn: string; reason: string }): RunAnswer {
  const run = assetStore.findRun(tx, input.id) ?? refuse('assets.runUnknown', {})
  if (run.state === 'reversed') refuse('assets.runReversed', { number: run.number })
  const later = assetStore.runs(tx).find(({ state, month }) => state === 'posted' && month > run.month)
  if (later !== undefined) refuse('assets.laterRunFirst', { number: later.number })
  for (const { assetId } of assetStore.unreversed(tx, RUN, run.id)) {
    const asset = assetStore.find(tx, assetId)
    if (asset?.state === 'disposed') refuse('assets.disposedSince', { asset: asset.number })
  }
  const source = { kind: RUN, id: run.id }
  takeBack(tx, source, input.reversedOn)
  const memo = [run.number, input.reason].filter((text) => text !== '').join(' ')
  reverseJournal(tx, actor, source, { postedOn: input.reversedOn, memo })
  assetStore.reverseRun(tx, run.id)
  tx.announce({ kind: 'assets.runReversed', id: run.id })
  return { id: run.id, number: run.number, state: 'reversed' }
}

/** The month-end voucher of the cockpit: the run itself, so that cards and accounts move together. */
const depreciation: MonthEndVoucher = {
  key: 'assets.depreciation',
  order: 400,
  plan: (reader, { startsOn }) => {
    const due = planRun(reader, startsOn)
    return due.length === 0 ? [] : runLines(reader, due)
  },
  post: (tx, actor, { startsOn }) => {
    runDepreciation(tx, actor, { month: startsOn })
  },
}

export const monthEndVouchers: readonly MonthEndVoucher[] = [depreciation]
