import { Button, Form, InputNumber, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../shared/errors'
import { asRefusal } from '../../app/engine'
import { stationDevices } from '../../app/station/station-devices'
import { RefusalAlert } from '../../ui'
import { addressOf, PRINTER_NUMBERS, type DeviceDraft, type Fields } from './device-fields'

/** Asks the printer itself; only when somebody wants it, because some print what they do not understand. */
export function AskPrinter(props: {
  readonly form: ReturnType<typeof Form.useForm<Fields>>[0]
  readonly draft: DeviceDraft
}): ReactNode {
  const { form, draft } = props
  const { t } = useTranslation()
  const [said, setSaid] = useState<string>()
  const [isAsking, setAsking] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const ask = async (): Promise<void> => {
    setAsking(true)
    setRefusal(undefined)
    try {
      const address = addressOf(form.getFieldsValue(true) as Fields, draft)
      const { language, dpi } = await stationDevices().askPrinter({ address })
      if (language !== null) form.setFieldValue('profileId', language)
      if (dpi !== null) form.setFieldValue('dpi', dpi)
      setSaid(
        language === null
          ? t('devices.languageUnknown')
          : t('devices.languageFound', { language: language.toUpperCase() }),
      )
    } catch (error) {
      setRefusal(asRefusal(error))
    } finally {
      setAsking(false)
    }
  }
  return (
    <>
      <Form.Item extra={said ?? t('devices.askLanguageHint')}>
        <Button loading={isAsking} disabled={draft.device !== undefined} onClick={() => void ask()}>
          {t('devices.askLanguage')}
        </Button>
      </Form.Item>
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
    </>
  )
}

export function PrinterFields(): ReactNode {
  const { t } = useTranslation()
  return (
    <>
      <Form.Item name="dpi" label={t('devices.dpi')}>
        <Select
          getPopupContainer={(part) => part.parentElement ?? part}
          options={[203, 300, 600].map((value) => ({ value, label: `${value} dpi` }))}
        />
      </Form.Item>
      <div className="k-devices-pair">
        <Form.Item name="labelWidthMillimetres" label={t('devices.labelWidth')}>
          <InputNumber min={10} max={250} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="labelHeightMillimetres" label={t('devices.labelHeight')}>
          <InputNumber min={5} max={600} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        {PRINTER_NUMBERS.map(([name, min, max]) => (
          <Form.Item key={name} name={name} label={t(`devices.${name}`)}>
            <InputNumber min={min} max={max} precision={0} style={{ width: '100%' }} />
          </Form.Item>
        ))}
      </div>
    </>
  )
}
