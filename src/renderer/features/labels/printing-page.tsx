import { useQuery } from '@tanstack/react-query'
import { InputNumber, Select, Switch } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { paperForms, paperKinds, type PaperForm } from '../../../shared/labels/papers'
import { labelUses } from '../../../shared/labels/template'
import { useCommand } from '../../app/commands'
import { api, engine, type Engine } from '../../app/engine'
import { useSession } from '../../app/session'
import { EmptyState, PageHeader, RefusalAlert, Waiting } from '../../ui'

type Rule = Awaited<ReturnType<Engine['labels']['listRules']>>['rows'][number]
type Kind = Rule['use']

const KINDS: readonly Kind[] = [...paperKinds, ...labelUses.filter((use) => use !== 'test')]
/** What is made at one moment, so that its paper can come by itself. */
const WITH_EVENT: ReadonlySet<Kind> = new Set([
  'receipt',
  'invoice',
  'deliveryNote',
  'lot',
  'carton',
  'pallet',
  'address',
])
const isSheet = (use: Kind): boolean => use !== 'receipt' && (paperKinds as readonly string[]).includes(use)

/** Which printer of this station takes what, on which paper, and what comes by itself. */
export function PrintingPage(): ReactNode {
  const { t } = useTranslation()
  const { station } = useSession()
  const { data: rules } = useQuery(api.labels.listRules.queryOptions({ input: {} }))
  const { data: devices } = useQuery(api.devices.listDevices.queryOptions({ input: {} }))
  const set = useCommand(engine.labels.setRule)
  const clear = useCommand(engine.labels.clearRule)
  if (rules === undefined || devices === undefined) return <Waiting />
  const printers = devices.rows.filter((device) => device.profile.role === 'printer')
  const refusal = set.refusal ?? clear.refusal
  return (
    <section className="k-form-page">
      <PageHeader title={t('labels.printing.title')} hint={t('labels.printing.hint', { station })} />
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      {printers.length === 0 ? (
        <EmptyState title={t('labels.printing.noPrinter')} hint={t('labels.printing.noPrinterHint')} />
      ) : (
        <table className="k-table" aria-label={t('labels.printing.title')}>
          <thead>
            <tr>
              <th scope="col">{t('labels.printing.kind')}</th>
              <th scope="col">{t('labels.printing.printer')}</th>
              <th scope="col">{t('labels.printing.automatic')}</th>
              <th scope="col">{t('labels.printing.form')}</th>
              <th scope="col">{t('labels.printing.shift')}</th>
            </tr>
          </thead>
          <tbody>
            {KINDS.map((use) => (
              <KindRow
                key={use}
                use={use}
                rule={rules.rows.find((rule) => rule.use === use)}
                printers={printers}
                onSet={(rule) => void set.run(rule)}
                onClear={() => void clear.run({ use })}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function suited(use: Kind, printers: KindRowProps['printers']): KindRowProps['printers'] {
  return printers.filter(({ profile }) => {
    if (profile.role !== 'printer') return false
    if (isSheet(use)) return profile.language === 'pdf'
    return use !== 'receipt' || profile.language === 'pdf' || profile.language === 'escpos'
  })
}

interface KindRowProps {
  readonly use: Kind
  readonly rule: Rule | undefined
  readonly printers: Awaited<ReturnType<Engine['devices']['listDevices']>>['rows']
  onSet(rule: Rule): void
  onClear(): void
}

function KindRow({ use, rule, printers, onSet, onClear }: KindRowProps): ReactNode {
  const { t } = useTranslation()
  const name = t(`labels.uses.${use}`)
  const options = suited(use, printers).map(({ id, name: label }) => ({ value: id, label }))
  const choose = (deviceId: number | null | undefined): void => {
    if (deviceId == null) return onClear()
    onSet({ isAutomatic: false, form: 'A4', shiftXTenths: 0, shiftYTenths: 0, ...rule, use, deviceId })
  }
  const shift = (side: 'shiftXTenths' | 'shiftYTenths'): ReactNode =>
    rule === undefined ? null : (
      <InputNumber
        aria-label={t(`labels.printing.${side}`, { kind: name })}
        min={-50}
        max={50}
        step={0.5}
        precision={1}
        style={{ width: 84 }}
        defaultValue={rule[side] / 10}
        onBlur={(event) => {
          const tenths = Math.round(Number(event.target.value) * 10)
          if (Number.isFinite(tenths) && tenths !== rule[side]) onSet({ ...rule, [side]: tenths })
        }}
      />
    )
  return (
    <tr>
      <td>{name}</td>
      <td>
        <Select
          aria-label={t('labels.printing.printerFor', { kind: name })}
          allowClear
          placeholder={options.length === 0 ? t('labels.printing.noneSuits') : t('labels.printing.onlyOne')}
          disabled={options.length === 0}
          style={{ width: 220 }}
          value={rule?.deviceId ?? null}
          options={options}
          onChange={choose}
        />
      </td>
      <td>
        {rule === undefined || !WITH_EVENT.has(use) ? null : (
          <Switch
            aria-label={t('labels.printing.automaticFor', { kind: name })}
            checked={rule.isAutomatic}
            onChange={(isAutomatic) => onSet({ ...rule, isAutomatic })}
          />
        )}{' '}
        {WITH_EVENT.has(use) ? <span className="k-printing-event">{t(`labels.printing.events.${use}`)}</span> : null}
      </td>
      <td>
        {rule === undefined || !isSheet(use) ? null : (
          <Select
            aria-label={t('labels.printing.formFor', { kind: name })}
            style={{ width: 200 }}
            value={rule.form}
            options={paperForms.map((value) => ({ value, label: t(`labels.printing.forms.${value}`) }))}
            onChange={(form: PaperForm) => onSet({ ...rule, form })}
          />
        )}
      </td>
      <td>
        {rule === undefined || !isSheet(use) ? null : (
          <span className="k-buttons">
            {shift('shiftXTenths')}
            {shift('shiftYTenths')}
          </span>
        )}
      </td>
    </tr>
  )
}
