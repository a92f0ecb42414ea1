import type { contract } from '../../../shared/contracts'
import type { Handlers } from '../../kernel/dispatch'
import { acquireAsset, reverseAcquisition } from './acquire-asset'
import { getAsset, getRun, listAssets } from './asset-queries'
import { assetStore } from './asset-store'
import { saveCategory } from './categories'
import { disposeAsset, impairAsset, reverseDisposal } from './dispose-asset'
import { planRun, reverseRun, runDepreciation } from './run-depreciation'
import { firstOfMonth, requireAsset, requireInUse } from './standing'

export const handlers: Handlers<typeof contract.assets> = {
  listCategories: (reader) => ({ rows: assetStore.categories(reader) }),
  saveCategory: (tx, _actor, input) => saveCategory(tx, input),
  acquire: (tx, actor, input) => acquireAsset(tx, actor, input),
  reverseAcquisition: (tx, actor, input) => reverseAcquisition(tx, actor, input),
  changeCard: (tx, _actor, input) => {
    requireAsset(tx, input.id)
    assetStore.place(tx, input)
    tx.announce({ kind: 'assets.cardChanged', id: input.id })
    return { done: true }
  },
  listAssets: (reader, _actor, input) => listAssets(reader, input),
  getAsset: (reader, _actor, input) => getAsset(reader, input.id),
  setUnits: (tx, _actor, input) => {
    requireInUse(requireAsset(tx, input.assetId))
    assetStore.setUnits(tx, { ...input, month: firstOfMonth(input.month) })
    tx.announce({ kind: 'assets.unitsSet', id: input.assetId })
    return { done: true }
  },
  planRun: (reader, _actor, input) => ({
    rows: planRun(reader, firstOfMonth(input.month)).map(({ asset, amountMinor }) => ({
      id: asset.id,
      number: asset.number,
      name: asset.name,
      amountMinor,
    })),
  }),
  runDepreciation: (tx, actor, input) => runDepreciation(tx, actor, input),
  reverseRun: (tx, actor, input) => reverseRun(tx, actor, input),
  listRuns: (reader) => ({ rows: assetStore.runs(reader) }),
  getRun: (reader, _actor, input) => getRun(reader, input.id),
  dispose: (tx, actor, input) => disposeAsset(tx, actor, input),
  reverseDisposal: (tx, actor, input) => reverseDisposal(tx, actor, input),
  impair: (tx, actor, input) => impairAsset(tx, actor, input),
}
