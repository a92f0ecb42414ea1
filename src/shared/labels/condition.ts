/** When a part of a label is printed: `lot` (filled in), `!lot` (empty), `unit=kg`, `unit!=kg`. */
import type { LabelValues } from './template'

export type ConditionKind = 'filled' | 'empty' | 'equals' | 'differs'

export interface Condition {
  readonly field: string
  readonly kind: ConditionKind
  /** what it is compared with; empty where it is not */
  readonly value: string
}

export function readCondition(text: string): Condition | undefined {
  const match = /^(!?)(\w{1,40})(?:(!?=)(.*))?$/s.exec(text)
  if (match === null) return undefined
  const [, not = '', field = '', sign, value = ''] = match
  if (sign === undefined) return { field, kind: not === '' ? 'filled' : 'empty', value: '' }
  if (not !== '') return undefined
  return { field, kind: sign === '=' ? 'equals' : 'differs', value }
}

export function conditionText({ field, kind, value }: Condition): string {
  if (kind === 'filled') return field
  return kind === 'empty' ? `!${field}` : `${field}${kind === 'equals' ? '=' : '!='}${value}`
}

export const isCondition = (text: string): boolean => readCondition(text) !== undefined

export function holds(when: string | undefined, values: LabelValues): boolean {
  const condition = when === undefined ? undefined : readCondition(when)
  if (condition === undefined) return true
  const value = values[condition.field] ?? ''
  switch (condition.kind) {
    case 'filled':
      return value !== ''
    case 'empty':
      return value === ''
    case 'equals':
      return value === condition.value
    case 'differs':
      return value !== condition.value
  }
}
