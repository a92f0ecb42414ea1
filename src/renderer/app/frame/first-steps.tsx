import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../engine'
import { useNavigation } from '../pages'
import { readPreference, setPreference } from '../preferences'
import { useCan } from '../session'

const MEMORY = 'firstSteps.dismissed'

/** While nothing stands in the books: where the balances of the old ones come in. */
export function FirstSteps(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const canPost = useCan('accounting.post')
  const [isDismissed, setDismissed] = useState(() => readPreference(MEMORY, false))
  const { data } = useQuery(api.opening.state.queryOptions({ input: {}, enabled: canPost && !isDismissed }))
  if (!canPost || isDismissed || data?.areBooksEmpty !== true) return null
  return (
    <div className="k-first-steps k-no-print" role="status">
      <p>
        <strong>{t('opening.firstSteps.title')}</strong> {t('opening.firstSteps.hint')}
      </p>
      <Button type="primary" size="small" onClick={() => open('opening.balances')}>
        {t('opening.firstSteps.do')}
      </Button>
      <Button
        size="small"
        onClick={() => {
          setPreference(MEMORY, true)
          setDismissed(true)
        }}
      >
        {t('opening.firstSteps.later')}
      </Button>
    </div>
  )
}
