import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { StateTagProps } from '../../../ui'

export type MatchResult = 'matched' | 'price-difference' | 'quantity-difference' | 'not-received'

const TONES: Readonly<Record<MatchResult, StateTagProps['tone']>> = {
  matched: 'good',
  'price-difference': 'warning',
  'quantity-difference': 'warning',
  'not-received': 'bad',
}

/** The word for what a comparison of order, receipt and invoice found. */
export function useMatchTag(): (result: MatchResult) => StateTagProps {
  const { t } = useTranslation()
  return useCallback((result) => ({ tone: TONES[result], label: t(`purchasing.match.results.${result}`) }), [t])
}
