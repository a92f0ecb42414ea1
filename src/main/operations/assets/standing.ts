import { Refusal, refuse } from '../../../shared/errors'
import type { Reader } from '../../kernel/db'
import { requireOpenPeriod } from '../../ledgers/accounting'
import { assetStore, type Asset, type Change } from './asset-store'
import { depreciationOf } from './depreciation'

export const ASSET = 'assets.asset'
export const RUN = 'assets.run'
export const DISPOSAL = 'assets.disposal'
export const IMPAIRMENT = 'assets.impairment'

export function requireAsset(reader: Reader, id: number): Asset {
  return assetStore.find(reader, id) ?? refuse('assets.unknown', {}, 'assetId')
}

export function requireInUse(asset: Asset): void {
  if (asset.state !== 'in-use') refuse('assets.notInUse', { asset: asset.number })
}

/** Changes that nothing has taken back. */
export function standingChanges(changes: readonly Change[]): Change[] {
  const reversed = new Set(changes.map(({ reversesId }) => reversesId))
  return changes.filter(({ id, reversesId }) => reversesId === null && !reversed.has(id))
}

export const firstOfMonth = (day: string): string => `${day.slice(0, 7)}-01`

export function nextMonth(month: string): string {
  const [year = 0, at = 0] = month.split('-').map(Number)
  return at === 12 ? `${year + 1}-01-01` : `${year}-${String(at + 1).padStart(2, '0')}-01`
}

/** What a month takes of an asset, by what the books hold; 0 where that month is done. */
export function dueInMonth(reader: Reader, asset: Asset, month: string, changes: readonly Change[]): number {
  const standing = standingChanges(changes)
  if (standing.some((change) => change.kind === 'depreciation' && change.month === month)) return 0
  let accumulatedMinor = 0
  let impairment: { month: string; accumulatedMinor: number } | undefined
  for (const change of standing) {
    accumulatedMinor += change.accumulatedMinor
    if (change.kind === 'impairment') impairment = { month: firstOfMonth(change.postedOn), accumulatedMinor }
  }
  // Depreciation of the month of an impairment may stand behind it.
  if (impairment !== undefined) {
    const since = impairment.month
    const later = standing.filter((change) => change.kind === 'depreciation' && (change.month ?? '') > since)
    const laterMinor = later.reduce((sum, change) => sum + change.accumulatedMinor, 0)
    impairment = { month: since, accumulatedMinor: accumulatedMinor - laterMinor }
  }
  return depreciationOf(
    {
      plan: asset,
      inServiceOn: asset.inServiceOn,
      openingMonths: asset.openingMonths,
      accumulatedMinor,
      impairment,
      unitsTotal: asset.unitsTotal,
      units: assetStore.units(reader, asset.id, month) ?? 0,
    },
    month,
  )
}

/** Months of an asset up to one, that should be in the books and are not; the oldest first. */
export function monthsMissing(
  reader: Reader,
  asset: Asset,
  until: string,
): { readonly month: string; readonly amountMinor: number }[] {
  const changes = assetStore.changesOf(reader, asset.id)
  const done = new Set(standingChanges(changes).map(({ kind, month }) => (kind === 'depreciation' ? month : null)))
  const missing: { month: string; amountMinor: number }[] = []
  const known: Change[] = [...changes]
  for (let month = nextMonth(firstOfMonth(asset.inServiceOn)); month <= until; month = nextMonth(month)) {
    if (done.has(month)) continue
    const amountMinor = dueInMonth(reader, asset, month, known)
    if (amountMinor === 0) continue
    missing.push({ month, amountMinor })
    known.push({
      id: 0 - known.length - 1,
      assetId: asset.id,
      kind: 'depreciation',
      postedOn: month,
      month,
      costMinor: 0,
      accumulatedMinor: amountMinor,
      sourceKind: '',
      sourceId: 0,
      reversesId: null,
    })
  }
  return missing
}

export interface MonthDue {
  readonly month: string
  readonly amountMinor: number
}

/**
 * What the posting of a month takes of an asset: the month itself, and earlier ones whose books are closed (a card that
 * came late makes up for them). An earlier month that is still open has its own run first.
 */
export function dueUpTo(
  reader: Reader,
  asset: Asset,
  month: string,
): { due: MonthDue[]; openBefore: MonthDue | undefined } {
  const missing = monthsMissing(reader, asset, month)
  const openBefore = missing.find((each) => each.month < month && isOpen(reader, each.month))
  return { due: missing.filter((each) => each.month === month || !isOpen(reader, each.month)), openBefore }
}

function isOpen(reader: Reader, day: string): boolean {
  try {
    requireOpenPeriod(reader, day)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

/** Cost and accumulated depreciation as the books hold them. */
export function figuresOf(changes: readonly Change[]): { costMinor: number; accumulatedMinor: number } {
  return {
    costMinor: changes.reduce((sum, change) => sum + change.costMinor, 0),
    accumulatedMinor: changes.reduce((sum, change) => sum + change.accumulatedMinor, 0),
  }
}
