import { Button } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoundDevice } from '../../../shared/devices/device'
import { bytesOf } from '../../../shared/devices/profile'
import { weightText } from '../../../shared/devices/weight'
import type { Refusal } from '../../../shared/errors'
import { readScan } from '../../../shared/values/barcodes'
import { useCommand } from '../../app/commands'
import { asRefusal, engine } from '../../app/engine'
import { onDeviceEvent, stationDevices, useDeviceStates } from '../../app/station/station-devices'
import { Dialog, RefusalAlert, useRefusalText, useScanner } from '../../ui'
import { LiveState } from './live-state'

const KEPT_LINES = 60
const BYTES_A_LINE = 16

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
      {role === 'scanner' ? <ScannerTest device={device} /> : null}
      {role === 'rfid' ? <TagTest device={device} /> : null}
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

/** Every tag in the field, the latest first. */
function TagTest({ device }: { readonly device: BoundDevice }): ReactNode {
  const { t } = useTranslation()
  const [tags, setTags] = useState<readonly { readonly epc: string; readonly text?: string }[]>([])
  useEffect(
    () =>
      onDeviceEvent((event) => {
        if (event.kind !== 'tag' || event.deviceId !== device.id) return
        setTags((before) => [event, ...before.filter(({ epc }) => epc !== event.epc)].slice(0, KEPT_LINES))
      }),
    [device.id],
  )
  return (
    <>
      <p className="k-devices-big">
        {tags.length === 0 ? t('devices.putTags') : t('devices.tagsSeen', { count: tags.length })}
      </p>
      {tags.length === 0 ? null : (
        <pre className="k-devices-report">
          {tags.map(({ epc, text }) => `${epc}  ${text?.slice(3) ?? t('devices.tagOfNothing')}`).join('\n')}
        </pre>
      )}
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

const CALIBRATED = ['zpl', 'tspl', 'epl'] as const

function PrinterTest({ device }: { readonly device: BoundDevice }): ReactNode {
  const { t } = useTranslation()
  const { profile } = device
  const refusalText = useRefusalText()
  const [calibrated, setCalibrated] = useState<string>()
  const calibrate = async (): Promise<void> => {
    try {
      const outcome = await stationDevices().calibrate({ deviceId: device.id })
      setCalibrated(outcome.kind === 'confirmed' ? t('devices.calibrated') : refusalText(outcome.trouble))
    } catch (error) {
      setCalibrated(refusalText(asRefusal(error)))
    }
  }
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
      </Button>{' '}
      {profile.role === 'printer' && (CALIBRATED as readonly string[]).includes(profile.language) ? (
        <Button onClick={() => void calibrate()}>{t('devices.calibrate')}</Button>
      ) : null}
      {calibrated === undefined ? null : <p>{calibrated}</p>}
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
      setLines((before) => [...before, ...hexLines(event.text, event.out)].slice(-KEPT_LINES))
    })
    return () => {
      stop()
      void watch(false)
    }
  }, [deviceId])
  return (
    <details className="k-devices-linux">
      <summary>{t('devices.monitor')}</summary>
      <pre className="k-devices-report k-devices-bytes">
        {lines.length === 0 ? t('devices.noBytes') : lines.join('\n')}
      </pre>
    </details>
  )
}

/** Sixteen bytes a line, in hexadecimal and as text: `← 53 20 53 0d  S S.` */
function hexLines(text: string, out: boolean): string[] {
  const bytes = bytesOf(text)
  const lines: string[] = []
  for (let at = 0; at < bytes.length; at += BYTES_A_LINE) {
    const part = Array.from(bytes.subarray(at, at + BYTES_A_LINE))
    const hex = part.map((byte) => byte.toString(16).padStart(2, '0')).join(' ')
    const shown = part.map((byte) => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '.')).join('')
    lines.push(`${out ? '→' : '←'} ${hex.padEnd(BYTES_A_LINE * 3)} ${shown}`)
  }
  return lines
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
