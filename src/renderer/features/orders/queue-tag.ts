import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { StateTagProps } from '../../ui'

interface Queued {
  readonly state: string
  readonly holdReason: string | null
  readonly problems: readonly unknown[]
}

/** Where an order stands in the queue, as one word. */
export function useQueueTag(): (request: Queued) => StateTagProps {
  const { t } = useTranslation()
  return useCallback(
    ({ state, holdReason, problems }) => {
      if (state === 'placed') return { tone: 'good', label: t('orders.states.placed') }
      if (state !== 'open') return { tone: 'neutral', label: t(`orders.states.${state}`) }
      if (holdReason !== null) return { tone: 'warning', label: t('orders.states.held') }
      return problems.length === 0
        ? { tone: 'info', label: t('orders.states.ready') }
        : { tone: 'bad', label: t('orders.states.exception') }
    },
    [t],
  )
}
