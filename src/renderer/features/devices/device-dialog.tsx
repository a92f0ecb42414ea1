import { Button, Form, Input, InputNumber, Select } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoundDevice, DeviceAddress, DeviceSettings, FoundDevice } from '../../../shared/devices/device'
import type { DeviceProfile } from '../../../shared/devices/profile'
import { profiles } from '../../../shared/devices/profiles'
import type { Refusal } from '../../../shared/errors'
import { useCommand } from '../../app/commands'
import { asRefusal, engine } from '../../app/engine'
import { filledIn } from '../../app/documents/record-form'
import { stationDevices } from '../../app/station/station-devices'
import { Dialog, RefusalAlert } from '../../ui'
import { OwnProfile } from './own-profile'

export interface DeviceDraft {
  readonly device?: BoundDevice
  readonly found?: FoundDevice
}

interface Fields {
  readonly name: string
  readonly profileId: string
  readonly transport: DeviceAddress['transport']
  readonly path: string
  readonly host: string
  readonly port: number
  readonly queue: string
  readonly workplace: string
  readonly baudRate: number
  readonly parity: 'none' | 'even' | 'odd'
  readonly prefix: string
  readonly suffix: string
  readonly minGrams: number | null
  readonly maxGrams: number | null
  readonly labelWidthMillimetres: number | null
  readonly labelHeightMillimetres: number | null
  readonly dpi: 203 | 300 | 600
  readonly gapMillimetres: number | null
  readonly darkness: number | null
  readonly speed: number | null
  readonly shiftXDots: number | null
  readonly shiftYDots: number | null
}

const ROLES = ['scanner', 'printer', 'scale', 'rfid'] as const
const BAUD_RATES = [1200, 2400, 4800, 9600, 19_200, 38_400, 57_600, 115_200]

/** Adds a device or changes one: what it is, where it hangs, how its port is set. */
export function DeviceDialog({ draft, onClose }: { readonly draft: DeviceDraft; onClose(): void }): ReactNode {
  const { t } = useTranslation()
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
    if (answer !== undefined) onClose()
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
      onCancel={onClose}
    >
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      <Form form={form} name={id} layout="vertical" requiredMark={false} initialValues={first}>
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
                  label: one.isUnproved ? `${one.name} (${t('devices.unproved')})` : one.name,
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

/** Each with its least and greatest. */
const PRINTER_NUMBERS = [
  ['gapMillimetres', 0, 20],
  ['darkness', 0, 30],
  ['speed', 1, 14],
  ['shiftXDots', -500, 500],
  ['shiftYDots', -500, 500],
] as const

/** Asks the printer itself; only when somebody wants it, because some print what they do not understand. */
function AskPrinter(props: {
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

function PrinterFields(): ReactNode {
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

/** Its own profile, which may be a changed copy, or one of the program's. */
function profileOf(id: string, { device }: DeviceDraft): DeviceProfile | undefined {
  return device?.profile.id === id ? device.profile : profiles.find((profile) => profile.id === id)
}

function firstFields({ device, found }: DeviceDraft): Fields {
  const address = device?.address ?? found?.address
  const profileId = device?.profile.id ?? found?.profileIds[0] ?? ''
  const profile = device?.profile ?? profiles.find((one) => one.id === profileId)
  const serial = device?.settings.serial ?? profile?.serial
  const settings = device?.settings ?? {}
  return {
    name: device?.name ?? found?.name.slice(0, 60) ?? '',
    profileId,
    transport: address?.transport ?? 'serial',
    path: address !== undefined && 'path' in address ? address.path : '',
    host: address?.transport === 'tcp' ? address.host : '',
    port: address?.transport === 'tcp' ? address.port : 9100,
    queue: address?.transport === 'spooler' ? address.queue : '',
    workplace: device?.workplace ?? '',
    baudRate: serial?.baudRate ?? 9600,
    parity: serial?.parity ?? 'none',
    prefix: settings.prefix ?? '',
    suffix: settings.suffix ?? '',
    minGrams: settings.minGrams ?? null,
    maxGrams: settings.maxGrams ?? null,
    labelWidthMillimetres: settings.labelWidthMillimetres ?? null,
    labelHeightMillimetres: settings.labelHeightMillimetres ?? null,
    gapMillimetres: settings.gapMillimetres ?? null,
    darkness: settings.darkness ?? null,
    speed: settings.speed ?? null,
    shiftXDots: settings.shiftXDots ?? null,
    shiftYDots: settings.shiftYDots ?? null,
    dpi: settings.dpi ?? (profile?.role === 'printer' ? profile.dpi : 203),
  }
}

function addressOf(fields: Fields, { device, found }: DeviceDraft): DeviceAddress {
  const known = found?.address ?? (device?.address.transport === 'hid' ? device.address : undefined)
  if (known !== undefined) return known
  if (fields.transport === 'tcp') return { transport: 'tcp', host: fields.host, port: fields.port }
  if (fields.transport === 'spooler') return { transport: 'spooler', queue: fields.queue }
  if (fields.transport === 'file') return { transport: 'file', path: fields.path }
  const before = device?.address
  // A USB device keeps its identity; a path that somebody typed over is a port without one.
  if (before?.transport === 'serial' && before.path === fields.path) return before
  return { transport: 'serial', path: fields.path, vendorId: null, productId: null, serialNumber: '' }
}

function settingsOf(fields: Fields, profile: DeviceProfile, before: DeviceSettings): DeviceSettings {
  const { prefix, suffix, minGrams, maxGrams, labelWidthMillimetres, labelHeightMillimetres } = fields
  const isUsual = profile.serial.baudRate === fields.baudRate && profile.serial.parity === fields.parity
  const dataBits = fields.parity === 'none' ? 8 : profile.serial.dataBits
  const wanted: { [Name in keyof DeviceSettings]: DeviceSettings[Name] | undefined } = {
    ...before,
    serial:
      fields.transport !== 'serial' || isUsual
        ? undefined
        : { ...profile.serial, dataBits, baudRate: fields.baudRate, parity: fields.parity },
    ...(profile.role === 'scanner' ? { prefix: prefix || undefined, suffix: suffix || undefined } : {}),
    ...(profile.role === 'scale' ? { minGrams: minGrams ?? undefined, maxGrams: maxGrams ?? undefined } : {}),
    ...(profile.role === 'printer'
      ? {
          dpi: fields.dpi,
          labelWidthMillimetres: labelWidthMillimetres ?? undefined,
          labelHeightMillimetres: labelHeightMillimetres ?? undefined,
          ...Object.fromEntries(PRINTER_NUMBERS.map(([name]) => [name, fields[name] ?? undefined])),
        }
      : {}),
  }
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)) as DeviceSettings
}
