import { Button, Form, Input, InputNumber, Select } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceAddress } from '../../../shared/devices/device'
import type { DeviceProfile } from '../../../shared/devices/profile'
import { profileName, profiles } from '../../../shared/devices/profiles'
import type { Refusal } from '../../../shared/errors'
import { useCommand } from '../../app/commands'
import { asRefusal, engine } from '../../app/engine'
import { filledIn } from '../../app/documents/record-form'
import { stationDevices } from '../../app/station/station-devices'
import { Dialog, RefusalAlert, useLanguage } from '../../ui'
import { addressOf, firstFields, profileOf, settingsOf, usualOf, type DeviceDraft, type Fields } from './device-fields'
import { OwnProfile } from './own-profile'
import { AskPrinter, PrinterFields } from './printer-fields'

const ROLES = ['scanner', 'printer', 'scale', 'rfid'] as const
const BAUD_RATES = [1200, 2400, 4800, 9600, 19_200, 38_400, 57_600, 115_200]

/** Adds a device or changes one: what it is, where it hangs, how its port is set. */
export function DeviceDialog(props: {
  readonly draft: DeviceDraft
  /** with the device's id where it was saved */
  onClose(id?: number): void
}): ReactNode {
  const { draft, onClose } = props
  const { t } = useTranslation()
  const language = useLanguage()
  const id = useId()
  const [form] = Form.useForm<Fields>()
  const add = useCommand(engine.devices.addDevice)
  const change = useCommand(engine.devices.changeDevice)
  const first = firstFields(draft)
  const profileId = Form.useWatch('profileId', form) ?? first.profileId
  const transport = Form.useWatch('transport', form) ?? first.transport
  const [own, setOwn] = useState<DeviceProfile>()
  const profile = own?.id === profileId ? own : profileOf(profileId, draft)
  const submit = async (): Promise<void> => {
    const fields = await filledIn(form)
    if (fields === undefined || profile === undefined) return
    const input = {
      name: fields.name,
      profile,
      address: addressOf(fields, draft),
      settings: settingsOf(fields, profile, draft.device?.settings ?? {}),
      workplace: fields.workplace,
    }
    const answer =
      draft.device === undefined ? await add.run(input) : await change.run({ id: draft.device.id, ...input })
    if (answer !== undefined) onClose('id' in answer ? answer.id : undefined)
  }
  const refusal = add.refusal ?? change.refusal
  const required = [{ required: true, message: t('app.needed') }]
  const isFixed = draft.found !== undefined || draft.device?.address.transport === 'hid'
  return (
    <Dialog
      title={draft.device === undefined ? t('devices.add') : t('devices.change')}
      okText={t('app.save')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: add.isRunning || change.isRunning }}
      onOk={() => void submit()}
      onCancel={() => onClose()}
    >
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      <Form
        form={form}
        name={id}
        layout="vertical"
        requiredMark={false}
        initialValues={first}
        onValuesChange={({ profileId: chosen }: Partial<Fields>) => {
          if (chosen !== undefined) form.setFieldsValue(usualOf(profileOf(chosen, draft)))
        }}
      >
        <Form.Item name="profileId" label={t('devices.kind')} rules={required}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            getPopupContainer={(part) => part.parentElement ?? part}
            options={ROLES.map((role) => ({
              label: t(`devices.roles.${role}`),
              options: profiles
                .filter((one) => one.role === role)
                .map((one) => ({
                  value: one.id,
                  label: one.isUnproved
                    ? `${profileName(one, language)} (${t('devices.unproved')})`
                    : profileName(one, language),
                })),
            })).filter((group) => group.options.length > 0)}
          />
        </Form.Item>
        <Form.Item name="name" label={t('devices.name')} rules={required}>
          <Input maxLength={60} />
        </Form.Item>
        {isFixed ? null : (
          <Form.Item name="transport" label={t('devices.connection')}>
            <Select
              getPopupContainer={(part) => part.parentElement ?? part}
              options={(profile?.transports ?? ['serial', 'tcp'])
                .filter((one) => one !== 'hid')
                .map((value) => ({ value, label: t(`devices.transports.${value}`) }))}
            />
          </Form.Item>
        )}
        {isFixed ? null : <Where transport={transport} />}
        {transport === 'serial' ? <SerialFields form={form} draft={draft} /> : null}
        {profile?.role === 'scanner' && profile.codec === 'scanner-text' ? (
          <div className="k-devices-pair">
            <Form.Item name="prefix" label={t('devices.prefix')}>
              <Input maxLength={20} />
            </Form.Item>
            <Form.Item name="suffix" label={t('devices.suffix')}>
              <Input maxLength={20} />
            </Form.Item>
          </div>
        ) : null}
        {profile?.role === 'scanner' || profile?.role === 'rfid' ? (
          <Form.Item name="sameCodeMs" label={t('devices.sameCodeMs')} extra={t('devices.sameCodeHint')}>
            <InputNumber min={0} max={5000} precision={0} style={{ width: '100%' }} />
          </Form.Item>
        ) : null}
        {profile?.role === 'scale' ? (
          <div className="k-devices-pair">
            <Form.Item name="minGrams" label={t('devices.minGrams')}>
              <InputNumber precision={0} style={{ width: '100%' }} />
            </Form.Item>
            <Form.Item name="maxGrams" label={t('devices.maxGrams')}>
              <InputNumber min={1} precision={0} style={{ width: '100%' }} />
            </Form.Item>
          </div>
        ) : null}
        {profile?.role === 'printer' ? <PrinterFields /> : null}
        {profile?.role === 'printer' ? <AskPrinter form={form} draft={draft} /> : null}
        {profile === undefined ? null : (
          <OwnProfile
            key={profileId}
            profile={profile}
            onChange={(changed) => setOwn(changed ?? profiles.find((one) => one.id === profileId))}
          />
        )}
        <Form.Item name="workplace" label={t('devices.workplace')} extra={t('devices.workplaceHint')}>
          <Input maxLength={40} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}

function Where({ transport }: { readonly transport: DeviceAddress['transport'] }): ReactNode {
  const { t } = useTranslation()
  const required = [{ required: true, message: t('app.needed') }]
  if (transport === 'tcp') {
    return (
      <div className="k-devices-pair">
        <Form.Item name="host" label={t('devices.host')} rules={required}>
          <Input maxLength={200} placeholder="192.168.1.50" />
        </Form.Item>
        <Form.Item name="port" label={t('devices.port')} rules={required}>
          <InputNumber min={1} max={65_535} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </div>
    )
  }
  const name = transport === 'spooler' ? 'queue' : 'path'
  return (
    <Form.Item name={name} label={t(`devices.${transport === 'spooler' ? 'queue' : 'path'}`)} rules={required}>
      <Input maxLength={200} placeholder={transport === 'file' ? '/dev/usb/lp0' : '/dev/ttyUSB0'} />
    </Form.Item>
  )
}

function SerialFields(props: {
  readonly form: ReturnType<typeof Form.useForm<Fields>>[0]
  readonly draft: DeviceDraft
}): ReactNode {
  const { form, draft } = props
  const { t } = useTranslation()
  const [heard, setHeard] = useState<string>()
  const [isListening, setListening] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const listen = async (): Promise<void> => {
    setListening(true)
    setRefusal(undefined)
    try {
      const answer = await stationDevices().listen({
        address: addressOf(form.getFieldsValue(true) as Fields, draft),
        milliseconds: 2000,
      })
      const [best] = answer.profileIds
      if (best !== undefined) form.setFieldValue('profileId', best)
      if (answer.serial !== null)
        form.setFieldsValue({ baudRate: answer.serial.baudRate, parity: answer.serial.parity })
      setHeard(
        best === undefined
          ? t(answer.text === '' ? 'devices.heardNothing' : 'devices.heardUnknown', { text: answer.text.slice(0, 120) })
          : t('devices.heard', { text: answer.text.slice(0, 120) }),
      )
    } catch (error) {
      setRefusal(asRefusal(error))
    } finally {
      setListening(false)
    }
  }
  return (
    <>
      <div className="k-devices-pair">
        <Form.Item name="baudRate" label={t('devices.baudRate')}>
          <Select
            getPopupContainer={(part) => part.parentElement ?? part}
            options={BAUD_RATES.map((value) => ({ value, label: String(value) }))}
          />
        </Form.Item>
        <Form.Item name="parity" label={t('devices.parity')}>
          <Select
            getPopupContainer={(part) => part.parentElement ?? part}
            options={(['none', 'even', 'odd'] as const).map((value) => ({
              value,
              label: t(`devices.parities.${value}`),
            }))}
          />
        </Form.Item>
      </div>
      <Form.Item extra={heard ?? t('devices.listenHint')}>
        <Button loading={isListening} disabled={draft.device !== undefined} onClick={() => void listen()}>
          {t('devices.listen')}
        </Button>
      </Form.Item>
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
    </>
  )
}
