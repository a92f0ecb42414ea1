import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

interface Rhythm {
  readonly rhythm: 'none' | 'weekly' | 'monthly'
  readonly every: number
}

/** "every 2 weeks" */
export function useRhythmText(): (rhythm: Rhythm) => string {
  const { t } = useTranslation()
  return useCallback(
    ({ rhythm, every }) => {
      if (rhythm === 'none' || every === 1) return t(`offers.rhythms.${rhythm}`)
      return t(rhythm === 'weekly' ? 'offers.everyWeeks' : 'offers.everyMonths', { count: every })
    },
    [t],
  )
}
