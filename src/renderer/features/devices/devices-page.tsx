import { useQuery } from '@tanstack/react-query'
import { Button, Popconfirm, Select } from 'antd'
import { useCallback, useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoundDevice, FoundDevice } from '../../../shared/devices/device'
import type { Refusal } from '../../../shared/errors'
import { profileName } from '../../../shared/devices/profiles'
import { useCommand } from '../../app/commands'
import { api, asRefusal, engine } from '../../app/engine'
import { hasStationDevices, stationDevices, useDeviceStates } from '../../app/station/station-devices'
import { PageHeader, RefusalAlert, ShortcutKeys, useLanguage, useRefusalText, useShortcuts } from '../../ui'
import { useWorkplace } from '../../app/station/workplace'
import { addressText } from './address-text'
import { LiveState } from './live-state'
import { PrintQueue } from './print-queue'
import { KeyboardScannerDialog } from './keyboard-scanner-dialog'
import { DevicesOfStation } from './devices-of-station'
import { DeviceDialog } from './device-dialog'
import type { DeviceDraft } from './device-fields'
import './devices.css'
import { TestDialog } from './test-dialog'
import { useWhatIsPluggedIn } from './use-plugged-in'

/** What hangs on this PC: what is used and how it is, what else is plugged in, and what to do where it does not work. */
export function DevicesPage(): ReactNode {
  return hasStationDevices ? <StationDevices /> : <DevicesOfStation />
}

function StationDevices(): ReactNode {
  const { t } = useTranslation()
  const language = useLanguage()
  const { data } = useQuery(api.devices.listDevices.queryOptions({ input: {} }))
  const states = useDeviceStates()
  const { found, refusal, findAgain } = useWhatIsPluggedIn()
  const [draft, setDraft] = useState<DeviceDraft>()
  const [tested, setTested] = useState<BoundDevice>()
  const [added, setAdded] = useState<number>()
  const [isKeyboard, setKeyboard] = useState(false)
  const remove = useCommand(engine.devices.removeDevice)
  const add = useCallback(() => setDraft({}), [])
  useShortcuts(t('ui.shortcuts.page'), [
    { keys: 'N', label: t('devices.add'), run: add },
    { keys: 'F', label: t('devices.findAgain'), run: findAgain },
  ])
  const used = data?.rows ?? []
  // What was just added is tried at once: scan this, put something on it, print a label.
  const closeDraft = (id?: number): void => {
    setDraft(undefined)
    setAdded(id)
  }
  const tried = tested ?? used.find((device) => device.id === added)
  const unused = found.filter((one) => !used.some((device) => isSameDevice(device, one)))
  return (
    <section className="k-page k-scroll">
      <PageHeader
        title={t('devices.title')}
        hint={t('devices.of', { station: data?.station ?? '' })}
        actions={
          <>
            <Button onClick={() => setKeyboard(true)}>{t('devices.wedge.title')}</Button>
            <Button onClick={findAgain}>
              {t('devices.findAgain')} <ShortcutKeys keys="F" />
            </Button>
            <Button type="primary" onClick={add}>
              {t('devices.add')} <ShortcutKeys keys="N" />
            </Button>
          </>
        }
      />
      {remove.refusal === undefined ? null : <RefusalAlert refusal={remove.refusal} />}
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      <h2 className="k-devices-heading">{t('devices.used')}</h2>
      {used.length === 0 ? (
        <p className="k-soft k-devices-none">{t('devices.noneUsed')}</p>
      ) : (
        <table className="k-table" aria-label={t('devices.used')}>
          <thead>
            <tr>
              <th scope="col">{t('devices.name')}</th>
              <th scope="col">{t('devices.kind')}</th>
              <th scope="col">{t('devices.where')}</th>
              <th scope="col">{t('devices.workplace')}</th>
              <th scope="col">{t('devices.state')}</th>
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {used.map((device) => (
              <tr key={device.id}>
                <td>{device.name}</td>
                <td>
                  {t(`devices.roles.${device.profile.role}`)} · {profileName(device.profile, language)}
                </td>
                <td>{addressText(device.address)}</td>
                <td>{device.workplace}</td>
                <td>
                  <LiveState state={states.get(device.id)} />
                </td>
                <td className="k-right k-devices-buttons">
                  <Button size="small" onClick={() => setTested(device)}>
                    {t('devices.test')}
                  </Button>
                  <Button size="small" onClick={() => setDraft({ device })}>
                    {t('devices.change')}
                  </Button>
                  <Popconfirm
                    title={t('devices.removeAsk', { name: device.name })}
                    okText={t('devices.remove')}
                    cancelText={t('app.cancel')}
                    onConfirm={() => void remove.run({ id: device.id })}
                  >
                    <Button size="small" danger>
                      {t('devices.remove')}
                    </Button>
                  </Popconfirm>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <PrintQueue />
      <ThisWindow places={used.map((device) => device.workplace)} />
      <PluggedIn unused={unused} onUse={(one) => setDraft({ found: one })} />
      <Support />
      {draft === undefined ? null : <DeviceDialog draft={draft} onClose={closeDraft} />}
      {isKeyboard ? <KeyboardScannerDialog onClose={() => setKeyboard(false)} /> : null}
      {tried === undefined ? null : (
        <TestDialog
          device={tried}
          onClose={() => {
            setTested(undefined)
            setAdded(undefined)
          }}
        />
      )}
    </section>
  )
}

/** Where several people share this computer: whose scans this window takes. */
function ThisWindow({ places }: { readonly places: readonly string[] }): ReactNode {
  const { t } = useTranslation()
  const id = useId()
  const [place, choose] = useWorkplace()
  const known = [...new Set([...places, place])].filter((one) => one !== '').toSorted()
  if (known.length === 0) return null
  return (
    <p>
      <label htmlFor={id}>{t('devices.thisWindow')}</label>
      <Select
        id={id}
        className="k-devices-station"
        value={place}
        onChange={choose}
        getPopupContainer={(part) => part.parentElement ?? part}
        options={[
          { value: '', label: t('devices.everyWorkplace') },
          ...known.map((one) => ({ value: one, label: one })),
        ]}
      />
      <span className="k-soft">{t('devices.thisWindowHint')}</span>
    </p>
  )
}

function PluggedIn(props: { readonly unused: readonly FoundDevice[]; onUse(one: FoundDevice): void }): ReactNode {
  const { unused, onUse } = props
  const { t } = useTranslation()
  const refusalText = useRefusalText()
  return (
    <>
      <h2 className="k-devices-heading">{t('devices.pluggedIn')}</h2>
      {unused.length === 0 ? (
        <p className="k-soft k-devices-none">{t('devices.nothingPluggedIn')}</p>
      ) : (
        <table className="k-table" aria-label={t('devices.pluggedIn')}>
          <tbody>
            {unused.map((one) => (
              <tr key={addressText(one.address)}>
                <td>{one.name}</td>
                <td>{t(`devices.roles.${one.role}`)}</td>
                <td>{addressText(one.address)}</td>
                <td>{one.trouble === undefined ? null : refusalText(one.trouble)}</td>
                <td className="k-right">
                  <Button size="small" type="primary" onClick={() => onUse(one)}>
                    {t('devices.use')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

const UDEV_RULE = `SUBSYSTEM=="hidraw", MODE="0660", TAG+="uaccess"
SUBSYSTEM=="tty", ENV{ID_BUS}=="usb", MODE="0660", GROUP="dialout", TAG+="uaccess"
SUBSYSTEM=="usbmisc", KERNEL=="lp*", MODE="0660", GROUP="lp", TAG+="uaccess"`

/** What somebody far away needs to see, and what a Linux PC may have to be told. */
function Support(): ReactNode {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [refusal, setRefusal] = useState<Refusal>()
  const read = async (): Promise<void> => {
    try {
      const { text: report } = await stationDevices().diagnostics()
      setText(report)
      await navigator.clipboard.writeText(report).catch(() => undefined)
    } catch (error) {
      setRefusal(asRefusal(error))
    }
  }
  return (
    <>
      <h2 className="k-devices-heading">{t('devices.support')}</h2>
      <p className="k-soft k-devices-none">{t('devices.supportHint')}</p>
      <div>
        <Button onClick={() => void read()}>{t('devices.copyReport')}</Button>
      </div>
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      {text === '' ? null : <pre className="k-devices-report">{text}</pre>}
      <details className="k-devices-linux">
        <summary>{t('devices.onLinux')}</summary>
        <p>{t('devices.onLinuxHint')}</p>
        <pre className="k-devices-report">{UDEV_RULE}</pre>
      </details>
    </>
  )
}

/** A USB device is the same whatever port it is in; without an identity its port is all that is known. */
function isSameDevice(device: BoundDevice, one: FoundDevice): boolean {
  const [a, b] = [device.address, one.address]
  if (a.transport === 'serial' && b.transport === 'serial' && a.vendorId === null) return a.path === b.path
  if ((a.transport === 'serial' && b.transport === 'serial') || (a.transport === 'hid' && b.transport === 'hid')) {
    return a.vendorId === b.vendorId && a.productId === b.productId && a.serialNumber === b.serialNumber
  }
  return JSON.stringify(a) === JSON.stringify(b)
}
