import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoundDevice } from '../../../shared/devices/device'
import { profileName } from '../../../shared/devices/profiles'
import { useCommand } from '../../app/commands'
import { api, engine } from '../../app/engine'
import { useDevicesOf, useRemoteStates } from '../../app/station/remote-station'
import { EmptyState, PageHeader, RefusalAlert, useLanguage } from '../../ui'
import { addressText } from './address-text'
import './devices.css'
import { LiveState } from './live-state'
import { PrintQueue } from './print-queue'

/** In a browser: whose printers and scales it uses, how they are, and a test of each. */
export function DevicesOfStation(): ReactNode {
  const { t } = useTranslation()
  const language = useLanguage()
  const id = useId()
  const [station, choose] = useDevicesOf()
  const stations = useQuery({ ...api.devices.listStations.queryOptions({ input: {} }), staleTime: 0 })
  const devices = useQuery(api.devices.listDevices.queryOptions({ input: { station }, enabled: station !== '' }))
  const states = useRemoteStates()
  const rows = stations.data?.rows ?? []
  if (stations.data !== undefined && rows.length === 0)
    return <EmptyState title={t('devices.onlyOnThePc')} hint={t('devices.onlyOnThePcHint')} />
  return (
    <section className="k-page k-scroll">
      <PageHeader title={t('devices.title')} hint={t('devices.throughStation')} />
      <label htmlFor={id}>{t('devices.stationChoice')}</label>
      <Select
        id={id}
        className="k-devices-station"
        value={station === '' ? null : station}
        allowClear
        onChange={(chosen) => choose(chosen ?? '')}
        getPopupContainer={(part) => part.parentElement ?? part}
        options={rows.map((row) => ({
          value: row.station,
          label: row.isLive ? row.station : `${row.station} (${t('devices.stationAway')})`,
        }))}
      />
      {station === '' ? null : (
        <table className="k-table" aria-label={t('devices.used')}>
          <tbody>
            {(devices.data?.rows ?? []).map((device) => (
              <tr key={device.id}>
                <td>{device.name}</td>
                <td>
                  {t(`devices.roles.${device.profile.role}`)} · {profileName(device.profile, language)}
                </td>
                <td>{addressText(device.address)}</td>
                <td>
                  <LiveState state={states.get(device.id)} />
                </td>
                <td className="k-right">
                  <Trial device={device} station={station} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {station === '' ? null : <PrintQueue station={station} />}
    </section>
  )
}

function Trial({ device, station }: { readonly device: BoundDevice; readonly station: string }): ReactNode {
  const { t } = useTranslation()
  const ask = useCommand(engine.devices.askDevice)
  const print = useCommand(engine.labels.printLabels)
  const refusal = ask.refusal ?? print.refusal
  const { profile } = device
  return (
    <div className="k-devices-buttons">
      {profile.role === 'scale'
        ? (['zero', 'tare'] as const)
            .filter((command) => profile.commands[command] !== undefined)
            .map((command) => (
              <Button key={command} size="small" onClick={() => void ask.run({ deviceId: device.id, command })}>
                {t(`devices.commands.${command}`)}
              </Button>
            ))
        : null}
      {profile.role === 'printer' ? (
        <Button
          size="small"
          loading={print.isRunning}
          onClick={() => void print.run({ use: 'test', sourceId: device.id, station })}
        >
          {t('labels.printTest')}
        </Button>
      ) : null}
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
    </div>
  )
}
