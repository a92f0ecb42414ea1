import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RefusalData } from '../../../shared/errors'
import { ProgressPanel, RefusalAlert } from '../../ui'
import { BringBack } from './bring-back'
import { Salvage } from './salvage'
import { shell } from '../engine'
import { FrontPage } from './front-page'

/** While the engine opens the company; with progress where it plays demonstration days first. */
export function Connecting({ done, total }: { readonly done: number; readonly total: number }): ReactNode {
  const { t } = useTranslation()
  return (
    <FrontPage title={total > 0 ? t('app.start.makingDemo') : t('app.start.opening')}>
      {total > 0 ? (
        <ProgressPanel title={t('app.start.days')} done={done} total={total} onCancel={() => shell?.openOwn()} />
      ) : null}
    </FrontPage>
  )
}

export function EngineFailed({ refusal }: { readonly refusal: RefusalData }): ReactNode {
  const { t } = useTranslation()
  const [isBringingBack, setBringingBack] = useState(false)
  if (isBringingBack) return <BringBack onCancel={() => setBringingBack(false)} />
  return (
    <FrontPage title={t('app.start.failed')}>
      <div className="k-front-form">
        <RefusalAlert refusal={refusal} />
        <Button type="primary" size="large" block onClick={() => shell?.openOwn()}>
          {t('app.retry')}
        </Button>
        {shell !== undefined && refusal.code === 'company.fileDamaged' ? <Salvage /> : null}
        {shell === undefined ? null : (
          <Button type="link" block onClick={() => setBringingBack(true)}>
            {t('backup.bringBack.link')}
          </Button>
        )}
      </div>
    </FrontPage>
  )
}
