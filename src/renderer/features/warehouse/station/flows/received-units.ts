/** Pallets, totes and cartons that are filled while goods are received: each line knows its own. */
import { unitCode } from './flow'

export type UnitKind = 'pallet' | 'tote' | 'carton'

export interface ReceivedUnit {
  readonly key: number
  readonly kind: UnitKind
  /** The label it carries already; empty: it gets one when the receipt is posted. */
  readonly code: string
}

interface InUnit {
  readonly unit?: ReceivedUnit
}

/** What goods go into from now on: the unit that was begun under this label, or a new one. */
export function unitFor(lines: readonly InUnit[], kind: UnitKind, label: string): ReceivedUnit {
  const code = unitCode(label)
  const units = unitsOf(lines)
  const begun = code === '' ? undefined : units.find((unit) => unit.code === code)
  return begun ?? { key: Math.max(0, ...units.map((unit) => unit.key)) + 1, kind, code }
}

/** Every unit that holds something, in the order in which they were begun. */
export function unitsOf(lines: readonly InUnit[]): ReceivedUnit[] {
  const units = new Map(lines.flatMap(({ unit }) => (unit === undefined ? [] : [[unit.key, unit] as const])))
  return [...units.values()].toSorted((a, b) => a.key - b.key)
}
