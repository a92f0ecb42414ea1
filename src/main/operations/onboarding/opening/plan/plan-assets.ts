import { multiplyDivide } from '../../../../../shared/values/integers'
import type { Reader } from '../../../../kernel/db'
import { fitsLife, listCategories, monthsBetween, type BroughtAsset } from '../../../assets'
import type { CellError } from '../tables/cells'
import type { AssetRow } from '../tables/lists'

export interface PlannedAsset extends BroughtAsset {
  readonly row: number
}

/** Cards of assets in use. A category that is not there yet is made with the life of its first asset, straight line. */
export function planAssets(
  reader: Reader,
  opensOn: string,
  rows: readonly AssetRow[],
): { rows: PlannedAsset[]; newCategories: string[]; errors: CellError[] } {
  const errors: CellError[] = []
  if (rows.length === 0) return { rows: [], newCategories: [], errors }
  const categories = new Map(listCategories(reader).map((category) => [category.name, category]))
  const made = new Map<string, number>()
  const planned = rows.map((asset): PlannedAsset => {
    const fail = (column: string, code: string, value: string): void =>
      void errors.push({ row: asset.row, column, code, value })
    const category = categories.get(asset.category)
    const lifeMonths = asset.lifeMonths ?? category?.lifeMonths ?? made.get(asset.category)
    if (lifeMonths === undefined) fail('lifeMonths', 'lifeMissing', asset.category)
    if (category === undefined && lifeMonths !== undefined && asset.category !== '') {
      made.set(asset.category, made.get(asset.category) ?? lifeMonths)
    }
    const method = category?.method ?? 'straight-line'
    if (method === 'units') fail('category', 'unitsByHand', asset.category)
    const life = lifeMonths ?? 12
    if (!fitsLife(method, life)) fail('lifeMonths', 'wholeYears', String(life))
    const { costMinor, accumulatedMinor, acquiredOn } = asset
    const residualMinor =
      asset.residualMinor ?? multiplyDivide(Math.max(costMinor, 0), category?.residualMicro ?? 0, 1_000_000)
    if (residualMinor > costMinor) fail('residual', 'beyondCost', '')
    const base = costMinor - residualMinor
    if (residualMinor <= costMinor && accumulatedMinor > base) fail('accumulated', 'beyondCost', '')
    if (acquiredOn > opensOn) fail('acquiredOn', 'afterOpening', acquiredOn)
    const elapsed = Math.max(0, monthsBetween(acquiredOn, opensOn))
    // An asset whose life is over and that is not written off yet takes the rest in its next month.
    const most = accumulatedMinor < base ? life - 1 : life
    if (asset.months !== undefined && asset.months > most) fail('months', 'monthsBeyondLife', String(asset.months))
    return {
      row: asset.row,
      name: asset.name,
      category: asset.category,
      acquiredOn,
      method,
      lifeMonths: life,
      costMinor,
      residualMinor,
      accumulatedMinor,
      months: asset.months ?? Math.min(elapsed, most),
      location: asset.location,
      custodian: asset.custodian,
      serialNumber: asset.serialNumber,
    }
  })
  return { rows: planned, newCategories: [...made.keys()], errors }
}
