import { refuse } from '../../../shared/errors'
import { decimalText } from '../../../shared/values/integers'
import { currencyDecimalsOf, nextNumber } from '../../foundation/company'
import type { Tx } from '../../kernel/db'
import type { Actor } from '../../kernel/dispatch'
import {
  idOfRole,
  postJournal,
  requireFreeAccount,
  reverseJournal,
  type AccountLine,
  type JournalLine,
} from '../../ledgers/accounting'
import { requireCategory, requireImpairmentAllowed, takeBack } from './acquire-asset'
import { assetStore } from './asset-store'
import { DISPOSAL, dueUpTo, figuresOf, firstOfMonth, IMPAIRMENT, requireAsset, requireInUse } from './standing'

interface DocumentAnswer {
  readonly id: number
  readonly number: string
  readonly state: string
}

/**
 * Sold, scrapped or lost. The month of its going is still depreciated (当月减少的固定资产，当月照提); what is left against
 * what was got, through 固定资产清理, is gain or loss.
 */
export function disposeAsset(
  tx: Tx,
  actor: Actor,
  input: {
    assetId: number
    disposedOn: string
    proceedsMinor: number
    taxMinor: number
    accountCode?: string | undefined
  },
): DocumentAnswer {
  const asset = requireAsset(tx, input.assetId)
  requireInUse(asset)
  const { disposedOn, proceedsMinor, taxMinor } = input
  if (disposedOn < asset.acquiredOn) refuse('assets.disposedBeforeCost', { on: asset.acquiredOn }, 'disposedOn')
  if (taxMinor > proceedsMinor) refuse('assets.taxBeyondProceeds', {}, 'taxMinor')
  if (proceedsMinor > 0 && input.accountCode === undefined) refuse('assets.proceedsNeedAccount', {}, 'accountCode')
  const month = firstOfMonth(disposedOn)
  const { due, openBefore } = dueUpTo(tx, asset, month)
  if (openBefore !== undefined) {
    refuse('assets.earlierMonthMissing', { asset: asset.number, month: openBefore.month.slice(0, 7) }, 'disposedOn')
  }
  const changes = assetStore.changesOf(tx, asset.id)
  if (changes.some((change) => change.postedOn > disposedOn && change.kind === 'depreciation')) {
    refuse('assets.depreciatedSince', { asset: asset.number }, 'disposedOn')
  }
  const lastMinor = due.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  const { costMinor, accumulatedMinor } = figuresOf(changes)
  const allAccumulated = accumulatedMinor + lastMinor
  const valueMinor = costMinor - allAccumulated
  const resultMinor = proceedsMinor - taxMinor - valueMinor
  const number = nextNumber(tx, 'FD', disposedOn)
  const row = { number, assetId: asset.id, disposedOn, proceedsMinor, taxMinor, resultMinor }
  const id = assetStore.insertDisposal(tx, row, actor.userId)
  const source = { kind: DISPOSAL, id }
  const change = { assetId: asset.id, postedOn: disposedOn, sourceKind: DISPOSAL, sourceId: id, reversesId: null }
  for (const each of due) {
    const taken = { month: each.month, costMinor: 0, accumulatedMinor: each.amountMinor }
    assetStore.insertChange(tx, { ...change, kind: 'depreciation', ...taken })
  }
  assetStore.insertChange(tx, {
    ...change,
    kind: 'disposal',
    month: null,
    costMinor: 0 - costMinor,
    accumulatedMinor: 0 - allAccumulated,
  })
  const expenseAccountId = requireCategory(tx, asset.categoryId).expenseAccountId ?? idOfRole(tx, 'depreciation')
  const money: (JournalLine | AccountLine)[] =
    input.accountCode === undefined
      ? []
      : [{ accountId: requireFreeAccount(tx, input.accountCode, 'accountCode'), debitMinor: proceedsMinor }]
  postJournal(tx, actor, {
    postedOn: disposedOn,
    memo: `${number} ${asset.number} ${asset.name}`,
    source,
    lines: [
      { accountId: expenseAccountId, debitMinor: lastMinor },
      { role: 'accumulated-depreciation', creditMinor: lastMinor },
      { role: 'accumulated-depreciation', debitMinor: allAccumulated },
      { role: 'asset-disposal', debitMinor: valueMinor },
      { role: 'fixed-asset', creditMinor: costMinor },
      ...money,
      { role: 'output-tax', creditMinor: taxMinor },
      { role: 'asset-disposal', creditMinor: proceedsMinor - taxMinor },
      ...(resultMinor >= 0
        ? ([
            { role: 'asset-disposal', debitMinor: resultMinor },
            { role: 'disposal-gain', creditMinor: resultMinor },
          ] as const)
        : ([
            { role: 'disposal-loss', debitMinor: 0 - resultMinor },
            { role: 'asset-disposal', creditMinor: 0 - resultMinor },
          ] as const)),
    ],
  })
  assetStore.setState(tx, asset.id, 'disposed')
  tx.announce({ kind: 'assets.disposed', id: asset.id })
  return { id, number, state: 'disposed' }
}

/** Brings a disposed asset back, with the depreciation of its last month taken back too. */
export function reverseDisposal(
  tx: Tx,
  actor: Actor,
  input: { id: number; reversedOn: string; reason: string },
): DocumentAnswer {
  const asset = requireAsset(tx, input.id)
  const disposal = assetStore.disposalOf(tx, asset.id) ?? refuse('assets.notDisposed', { asset: asset.number })
  const source = { kind: DISPOSAL, id: disposal.id }
  takeBack(tx, source, input.reversedOn)
  const memo = [disposal.number, input.reason].filter((text) => text !== '').join(' ')
  reverseJournal(tx, actor, source, { postedOn: input.reversedOn, memo })
  assetStore.reverseDisposal(tx, disposal.id)
  assetStore.setState(tx, asset.id, 'in-use')
  tx.announce({ kind: 'assets.disposalReversed', id: asset.id })
  return { id: asset.id, number: asset.number, state: 'in-use' }
}

/** What an asset has lost beyond its depreciation (IAS 36); the rest of its life shares what remains. */
export function impairAsset(
  tx: Tx,
  actor: Actor,
  input: { assetId: number; impairedOn: string; amountMinor: number; reason: string },
): DocumentAnswer {
  requireImpairmentAllowed(tx)
  const asset = requireAsset(tx, input.assetId)
  requireInUse(asset)
  const { impairedOn, amountMinor, reason } = input
  if (impairedOn < asset.acquiredOn) refuse('assets.disposedBeforeCost', { on: asset.acquiredOn }, 'impairedOn')
  const month = firstOfMonth(impairedOn)
  const [missing] = dueUpTo(tx, asset, month).due
  if (missing !== undefined) {
    refuse('assets.earlierMonthMissing', { asset: asset.number, month: missing.month.slice(0, 7) }, 'impairedOn')
  }
  const { costMinor, accumulatedMinor } = figuresOf(assetStore.changesOf(tx, asset.id))
  const openMinor = costMinor - asset.residualMinor - accumulatedMinor
  if (amountMinor > openMinor) {
    refuse('assets.impairedBeyondValue', { open: decimalText(openMinor, currencyDecimalsOf(tx)) }, 'amountMinor')
  }
  const number = nextNumber(tx, 'FI', impairedOn)
  const id = assetStore.insertImpairment(
    tx,
    { number, assetId: asset.id, impairedOn, amountMinor, reason },
    actor.userId,
  )
  assetStore.insertChange(tx, {
    assetId: asset.id,
    kind: 'impairment',
    postedOn: impairedOn,
    month: null,
    costMinor: 0,
    accumulatedMinor: amountMinor,
    sourceKind: IMPAIRMENT,
    sourceId: id,
    reversesId: null,
  })
  postJournal(tx, actor, {
    postedOn: impairedOn,
    memo: `${number} ${asset.number} ${asset.name} ${reason}`.trim(),
    source: { kind: IMPAIRMENT, id },
    lines: [
      { role: 'impairment-loss', debitMinor: amountMinor },
      { role: 'accumulated-depreciation', creditMinor: amountMinor },
    ],
  })
  tx.announce({ kind: 'assets.impaired', id: asset.id })
  return { id, number, state: 'posted' }
}
