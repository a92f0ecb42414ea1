import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../shared/values/format-date'
import { useLanguage } from '../../ui'

/** A lot in words, with its expiry; empty where there is none. */
export function useLotText(): (lot: { readonly code: string; readonly expiresOn: string | null } | null) => string {
  const { t } = useTranslation()
  const language = useLanguage()
  return useCallback(
    (lot) => {
      if (lot === null) return ''
      const words = t('warehouse.lotOf', { lot: lot.code })
      return lot.expiresOn === null
        ? words
        : `${words}  ·  ${t('warehouse.expiresOn', { date: formatDate(lot.expiresOn, language) })}`
    },
    [t, language],
  )
}
