import { Button } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoundDevice } from '../../../shared/devices/device'
import { weightText } from '../../../shared/devices/weight'
import type { Refusal } from '../../../shared/errors'
import { readScan } from '../../../shared/values/barcodes'
import { useCommand } from '../../app/commands'
import { asRefusal, engine } from '../../app/engine'
import { onDeviceEvent, stationDevices, useDeviceStates } from '../../app/station/station-devices'
import { Dialog, RefusalAlert, useRefusalText, useScanner } from '../../ui'
import { LiveState } from './live-state'

const KEPT_LINES = 12

/** Tries a device out: scan this, put something on it; and shows every byte that comes and goes. */
export function TestDialog({ device, onClose }: { readonly device: BoundDevice; onClose(): void }): ReactNode {
  const { t } = useTranslation()
  const state = useDeviceStates().get(device.id)
  const { role } = device.profile
  return (
    <Dialog
      title={t('devices.testOf', { name: device.name })}
      footer={<Button onClick={onClose}>{t('app.close')}</Button>}
      onCancel={onClose}
    >
      <LiveState state={state} />
      {role === 'scanner' || role === 'rfid' ? <ScannerTest device={device} /> : null}
      {role === 'scale' ? <ScaleTest device={device} /> : null}
      {role === 'printer' ? <PrinterTest device={device} /> : null}
      <Monitor deviceId={device.id} />
    </Dialog>
  )
}

function ScannerTest({ device }: { readonly device: BoundDevice }): ReactNode {
  const { t } = useTranslation()
  const refusalText = useRefusalText()
  const text = useLastScan(device.id)
  // The page behind must not act on a code that is only tried.
  useScanner(() => undefined)
  if (text === undefined) return <p className="k-devices-big">{t('devices.scanAnything')}</p>
  const reading = readScan(text)
  return (
    <>
      <p className="k-devices-big k-devices-code">{text.replaceAll('\u001d', '␝')}</p>
      <p>
        {reading.ok
          ? [t(`devices.codes.${reading.kind}`), ...reading.ais.map(([ai, value]) => `(${ai}) ${value}`)].join(' ')
          : refusalText({ code: reading.error.code, params: reading.error.params })}
      </p>
    </>
  )
}

function ScaleTest({ device }: { readonly device: BoundDevice }): ReactNode {
  const { t } = useTranslation()
  const reading = useDeviceStates().get(device.id)?.weight
  return (
    <>
      <p className="k-devices-big k-num">
        {reading?.weight === undefined ? '–' : weightText(reading.weight)}{' '}
        <small>
          {reading === undefined
            ? t('devices.putOn')
            : t(`devices.readings.${reading.isStable ? 'stable' : reading.status}`)}
        </small>
      </p>
      <Asking device={device} commands={['zero', 'tare', 'clearTare']} />
    </>
  )
}

function PrinterTest({ device }: { readonly device: BoundDevice }): ReactNode {
  const { t } = useTranslation()
  const print = useCommand(engine.labels.printLabels)
  const [isAsked, setAsked] = useState(false)
  const test = async (): Promise<void> => {
    setAsked((await print.run({ use: 'test', sourceId: device.id })) !== undefined)
  }
  return (
    <>
      <Asking device={device} commands={['status']} />
      <Button loading={print.isRunning} onClick={() => void test()}>
        {t('labels.printTest')}
      </Button>
      {isAsked ? <p>{t('labels.testAsked')}</p> : null}
      {print.refusal === undefined ? null : <RefusalAlert refusal={print.refusal} />}
    </>
  )
}

type Command = 'zero' | 'tare' | 'clearTare' | 'status'

function Asking(props: { readonly device: BoundDevice; readonly commands: readonly Command[] }): ReactNode {
  const { device, commands } = props
  const { t } = useTranslation()
  const [refusal, setRefusal] = useState<Refusal>()
  const ask = async (command: Command): Promise<void> => {
    setRefusal(undefined)
    try {
      await stationDevices().command({ deviceId: device.id, command })
    } catch (error) {
      setRefusal(asRefusal(error))
    }
  }
  const { profile } = device
  const known = commands.filter(
    (command) => command === 'status' || (profile.role === 'scale' && profile.commands[command] !== undefined),
  )
  return (
    <>
      <p className="k-devices-buttons">
        {known.map((command) => (
          <Button key={command} onClick={() => void ask(command)}>
            {t(`devices.commands.${command}`)}
          </Button>
        ))}
      </p>
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
    </>
  )
}

/** The last bytes both ways; watched only while it is open. */
function Monitor({ deviceId }: { readonly deviceId: number }): ReactNode {
  const { t } = useTranslation()
  const [lines, setLines] = useState<readonly string[]>([])
  useEffect(() => {
    const watch = async (isOn: boolean): Promise<void> => {
      try {
        await stationDevices().watchBytes({ deviceId, isOn })
      } catch {
        // The device has gone meanwhile: nothing to watch.
      }
    }
    void watch(true)
    const stop = onDeviceEvent((event) => {
      if (event.kind !== 'bytes' || event.deviceId !== deviceId) return
      setLines((before) => [...before, `${event.out ? '→' : '←'} ${event.text}`].slice(-KEPT_LINES))
    })
    return () => {
      stop()
      void watch(false)
    }
  }, [deviceId])
  return (
    <details className="k-devices-linux">
      <summary>{t('devices.monitor')}</summary>
      <pre className="k-devices-report">{lines.length === 0 ? t('devices.noBytes') : lines.join('\n')}</pre>
    </details>
  )
}

/** What it scanned last since this was opened. */
function useLastScan(deviceId: number): string | undefined {
  const [text, setText] = useState<string>()
  useEffect(
    () => onDeviceEvent((event) => event.kind === 'scan' && event.deviceId === deviceId && setText(event.text)),
    [deviceId],
  )
  return text
}
