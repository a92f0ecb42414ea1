import type { TFunction } from 'i18next'
import type { StateTagProps } from '../../ui'

interface Dated {
  readonly active: boolean
  readonly validFrom: string
  readonly validTo: string | null
}

/** In use, to come, over or out of use, as of a day. */
export function validityTag(t: TFunction, row: Dated, today: string): StateTagProps {
  if (!row.active) return { tone: 'neutral', label: t('prices.states.inactive') }
  if (row.validFrom > today) return { tone: 'info', label: t('prices.states.coming') }
  if (row.validTo !== null && row.validTo < today) return { tone: 'neutral', label: t('prices.states.over') }
  return { tone: 'good', label: t('prices.states.active') }
}
