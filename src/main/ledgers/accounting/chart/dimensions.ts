import { refuse } from '../../../../shared/errors'
import type { Reader, Tx } from '../../../kernel/db'
import type { DimensionKind } from '../tables'
import { dimensionStore } from './dimension-store'

interface DimensionInput {
  readonly id?: number | undefined
  readonly dimension: DimensionKind
  readonly code: string
  readonly name: string
  readonly isActive: boolean
}

/** A department, project or person. It may be renamed and archived, never deleted: lines name it. */
export function saveDimension(tx: Tx, input: DimensionInput): { id: number } {
  const same = dimensionStore.byCode(tx, input.dimension, input.code)
  if (same !== undefined && same.id !== input.id) refuse('accounting.codeTaken', { code: input.code }, 'code')
  tx.announce({ kind: 'accounting.chartChanged' })
  if (input.id === undefined) return { id: dimensionStore.insert(tx, input) }
  const stored = dimensionStore.find(tx, input.id)
  if (stored === undefined || stored.dimension !== input.dimension) refuse('accounting.dimensionUnknown', {})
  dimensionStore.update(tx, { ...input, id: stored.id })
  return { id: stored.id }
}

/** A department that may be planned for and posted to; archived ones too, for what lies behind. */
export function requireDepartment(reader: Reader, id: number, field = 'departmentId'): void {
  if (dimensionStore.find(reader, id)?.dimension !== 'department') {
    refuse('accounting.dimensionUnknown', {}, field)
  }
}
