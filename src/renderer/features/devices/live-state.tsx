import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceState } from '../../../shared/devices/device'
import { weightText } from '../../../shared/devices/weight'
import { StateTag, useRefusalText } from '../../ui'

/** How a device is: ready, away, or what it needs; a scale with its weight. */
export function LiveState({ state }: { readonly state: DeviceState | undefined }): ReactNode {
  const { t } = useTranslation()
  const refusalText = useRefusalText()
  if (state === undefined) return <StateTag tone="neutral" label={t('devices.links.connecting')} />
  const { link, trouble, weight } = state
  const tone = link === 'away' ? 'bad' : trouble !== undefined ? 'warning' : link === 'ready' ? 'good' : 'info'
  const reading = weight?.weight === undefined ? '' : ` ${weightText(weight.weight)}`
  return (
    <>
      <StateTag
        tone={tone}
        label={t(`devices.links.${trouble !== undefined && link === 'ready' ? 'trouble' : link}`)}
      />
      <span className="k-num">{reading}</span>
      {trouble === undefined ? null : <div className="k-devices-trouble">{refusalText(trouble)}</div>}
    </>
  )
}
