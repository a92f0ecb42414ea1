import { refuse } from '../../../shared/errors'
import { nextNumber } from '../../foundation/company'
import { index } from '../../foundation/search'
import type { Reader, Tx } from '../../kernel/db'
import type { Actor } from '../../kernel/dispatch'
import { takeBack } from './acquire-asset'
import { assetStore } from './asset-store'
import { saveCategory } from './categories'
import type { Method } from './depreciation'
import { ASSET, standingChanges } from './standing'

/** An asset that was in use before these books began. */
export interface BroughtAsset {
  readonly name: string
  /** By name; made where there is none of it. */
  readonly category: string
  readonly acquiredOn: string
  readonly method: Method
  readonly lifeMonths: number
  readonly costMinor: number
  readonly residualMinor: number
  /** Depreciated so far, over how many months. */
  readonly accumulatedMinor: number
  readonly months: number
  readonly location: string
  readonly custodian: string
  readonly serialNumber: string
}

interface Source {
  readonly kind: string
  readonly id: number
}

export const listCategories = (reader: Reader) => assetStore.categories(reader)

/**
 * Makes the cards of assets that opening balances bring. Posts nothing: the entry of that source carries their cost and
 * depreciation, as a whole. Their first month here is the one after `broughtOn`.
 */
export function bringAssets(
  tx: Tx,
  actor: Actor,
  source: Source,
  input: { readonly broughtOn: string; readonly assets: readonly BroughtAsset[] },
): void {
  const { broughtOn, assets } = input
  const categories = new Map(listCategories(tx).map(({ name, id }) => [name, id]))
  for (const asset of assets) {
    const { method, lifeMonths, costMinor, accumulatedMinor, residualMinor } = asset
    const categoryId =
      categories.get(asset.category) ??
      saveCategory(tx, { name: asset.category, method, lifeMonths, residualMicro: 0 }).id
    categories.set(asset.category, categoryId)
    const number = nextNumber(tx, 'FA', broughtOn)
    const id = assetStore.insert(
      tx,
      {
        number,
        name: asset.name,
        categoryId,
        acquiredOn: asset.acquiredOn,
        inServiceOn: broughtOn,
        method,
        lifeMonths,
        costMinor,
        residualMinor,
        unitsTotal: null,
        openingMinor: accumulatedMinor,
        openingMonths: asset.months,
        location: asset.location,
        custodian: asset.custodian,
        serialNumber: asset.serialNumber,
        supplierId: null,
        note: '',
      },
      actor.userId,
    )
    assetStore.insertChange(tx, {
      assetId: id,
      kind: 'acquisition',
      postedOn: broughtOn,
      month: null,
      costMinor,
      accumulatedMinor,
      sourceKind: source.kind,
      sourceId: source.id,
      reversesId: null,
    })
    const words = [asset.serialNumber, asset.location, asset.custodian]
    index(tx, { kind: ASSET, id, title: `${number} ${asset.name}`, subtitle: asset.category, words })
  }
  if (assets.length > 0) tx.announce({ kind: 'assets.acquired' })
}

/** Takes such cards back, as long as nothing happened to any of them. Refuses `assets.hasHistory`. */
export function takeBackBrought(tx: Tx, source: Source, postedOn: string): void {
  const brought = assetStore.unreversed(tx, source.kind, source.id)
  for (const { assetId } of brought) {
    const hasHistory = standingChanges(assetStore.changesOf(tx, assetId)).some(({ kind }) => kind !== 'acquisition')
    if (hasHistory) refuse('assets.hasHistory', { asset: assetStore.find(tx, assetId)?.number ?? '' })
  }
  takeBack(tx, source, postedOn)
  for (const { assetId } of brought) assetStore.setState(tx, assetId, 'reversed')
  if (brought.length > 0) tx.announce({ kind: 'assets.acquisitionReversed' })
}

/** Cost and accumulated depreciation that a source brought and nothing has taken back. */
export function broughtFigures(reader: Reader, source: Source): { costMinor: number; accumulatedMinor: number } {
  const brought = assetStore.unreversed(reader, source.kind, source.id)
  return {
    costMinor: brought.reduce((sum, { costMinor }) => sum + costMinor, 0),
    accumulatedMinor: brought.reduce((sum, { accumulatedMinor }) => sum + accumulatedMinor, 0),
  }
}
