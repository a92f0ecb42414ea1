import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Select, Switch } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatPercent } from '../../../shared/values/format'
import { useCommand } from '../../app/commands'
import { api, engine } from '../../app/engine'
import { PartnerSelect } from '../../app/documents/partner-select'
import { filledIn } from '../../app/documents/record-form'
import { useCan } from '../../app/session'
import { Dialog, Field, PageHeader, RefusalAlert, StateTag } from '../../ui'
import { PercentInput } from './scope-fields'

interface Named {
  readonly id?: number
  readonly code: string
  readonly name: string
  readonly discountMicro?: number
  readonly active: boolean
}

/** Channels, classes of customers, and which customer belongs where. */
export function TermsPage(): ReactNode {
  const { t } = useTranslation()
  const canWrite = useCan('prices.write')
  const [shown, setShown] = useState<{ readonly kind: 'channel' | 'class'; readonly row: Named | undefined }>()
  const channels = useQuery(api.prices.listChannels.queryOptions({ input: {} }))
  const classes = useQuery(api.prices.listClasses.queryOptions({ input: {} }))
  const close = (): void => {
    setShown(undefined)
    void channels.refetch()
    void classes.refetch()
  }
  return (
    <section className="k-page k-scroll">
      <PageHeader title={t('prices.terms')} />
      <div className="k-form-page">
        <NamedTable
          title={t('prices.channels')}
          hint={t('prices.noChannels')}
          newLabel={t('prices.newChannel')}
          rows={channels.data?.rows ?? []}
          onShow={canWrite ? (row) => setShown({ kind: 'channel', row }) : undefined}
        />
        <NamedTable
          title={t('prices.classes')}
          hint={t('prices.noClasses')}
          newLabel={t('prices.newClass')}
          rows={classes.data?.rows ?? []}
          onShow={canWrite ? (row) => setShown({ kind: 'class', row }) : undefined}
        />
        {canWrite ? <CustomerTerms channels={channels.data?.rows ?? []} classes={classes.data?.rows ?? []} /> : null}
        {canWrite ? <HouseRule /> : null}
      </div>
      {shown === undefined ? null : <NamedDialog {...shown} onClose={close} />}
    </section>
  )
}

function NamedTable(props: {
  readonly title: string
  readonly hint: string
  readonly newLabel: string
  readonly rows: readonly (Named & { id: number })[]
  readonly onShow: ((row: Named | undefined) => void) | undefined
}): ReactNode {
  const { title, hint, newLabel, rows, onShow } = props
  const { t } = useTranslation()
  return (
    <fieldset className="k-fieldset">
      <legend>{title}</legend>
      {rows.length === 0 ? <p className="k-soft">{hint}</p> : null}
      {rows.length === 0 ? null : (
        <table className="k-table" aria-label={title}>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  {onShow === undefined ? (
                    row.code
                  ) : (
                    <button type="button" className="k-plain k-link" onClick={() => onShow(row)}>
                      {row.code}
                    </button>
                  )}
                </td>
                <td>{row.name}</td>
                <td className="k-right">
                  {row.discountMicro === undefined || row.discountMicro === 0
                    ? null
                    : `${t('prices.discount')} ${formatPercent(row.discountMicro)}`}
                </td>
                <td>{row.active ? null : <StateTag tone="neutral" label={t('prices.states.inactive')} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {onShow === undefined ? null : <Button onClick={() => onShow(undefined)}>{newLabel}</Button>}
    </fieldset>
  )
}

function NamedDialog(props: {
  readonly kind: 'channel' | 'class'
  readonly row: Named | undefined
  onClose(): void
}): ReactNode {
  const { kind, row, onClose } = props
  const { t } = useTranslation()
  const name = useId()
  const [form] = Form.useForm<Named>()
  const saveChannel = useCommand(engine.prices.saveChannel)
  const saveClass = useCommand(engine.prices.saveClass)
  const refusal = saveChannel.refusal ?? saveClass.refusal
  const submit = async (): Promise<void> => {
    const fields = await filledIn(form)
    if (fields === undefined) return
    const base = { ...(row?.id === undefined ? {} : { id: row.id }), ...fields }
    const answer =
      kind === 'channel'
        ? await saveChannel.run({ ...base, code: fields.code, name: fields.name, active: fields.active })
        : await saveClass.run({ ...base, discountMicro: fields.discountMicro ?? 0 })
    if (answer !== undefined) onClose()
  }
  const required = [{ required: true, message: t('app.needed') }]
  return (
    <Dialog
      title={row?.name ?? t(kind === 'channel' ? 'prices.newChannel' : 'prices.newClass')}
      okText={t('app.save')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: saveChannel.isRunning || saveClass.isRunning }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      <Form form={form} name={name} layout="vertical" requiredMark={false} initialValues={row ?? { active: true }}>
        <Form.Item name="code" label={t('prices.code')} rules={required}>
          <Input autoFocus maxLength={40} />
        </Form.Item>
        <Form.Item name="name" label={t('prices.name')} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
        {kind === 'class' ? (
          <Form.Item name="discountMicro" label={t('prices.discount')}>
            <PercentInput />
          </Form.Item>
        ) : null}
        <Form.Item name="active" label={t('prices.active')} valuePropName="checked">
          <Switch />
        </Form.Item>
      </Form>
    </Dialog>
  )
}

function CustomerTerms(props: {
  readonly channels: readonly (Named & { id: number })[]
  readonly classes: readonly (Named & { id: number })[]
}): ReactNode {
  const { t } = useTranslation()
  const [customerId, setCustomer] = useState<number>()
  const { data: terms, refetch } = useQuery(
    api.prices.customerTerms.queryOptions({
      input: { customerId: customerId ?? 0 },
      enabled: customerId !== undefined,
    }),
  )
  const set = useCommand(engine.prices.setCustomerTerms)
  const change = async (part: { classId?: number | null; channelId?: number | null }): Promise<void> => {
    if (customerId === undefined || terms === undefined) return
    await set.run({ customerId, classId: terms.classId, channelId: terms.channelId, ...part })
    await refetch()
  }
  const options = (rows: readonly (Named & { id: number })[]) =>
    rows.filter((row) => row.active).map((row) => ({ value: row.id, label: row.name }))
  return (
    <fieldset className="k-fieldset">
      <legend>{t('prices.customerTerms')}</legend>
      {set.refusal === undefined ? null : <RefusalAlert refusal={set.refusal} />}
      <Field label={t('prices.customer')}>
        {(control) => <PartnerSelect id={control.id} side="customer" value={customerId} onChange={setCustomer} />}
      </Field>
      {terms === undefined ? null : (
        <>
          <Field label={t('prices.customerClass')}>
            {(control) => (
              <Select
                id={control.id}
                allowClear
                placeholder={t('prices.none')}
                value={terms.classId}
                options={options(props.classes)}
                onChange={(classId: number | null | undefined) => void change({ classId: classId ?? null })}
              />
            )}
          </Field>
          <Field label={t('prices.channel')}>
            {(control) => (
              <Select
                id={control.id}
                allowClear
                placeholder={t('prices.none')}
                value={terms.channelId}
                options={options(props.channels)}
                onChange={(channelId: number | null | undefined) => void change({ channelId: channelId ?? null })}
              />
            )}
          </Field>
        </>
      )}
    </fieldset>
  )
}

function HouseRule(): ReactNode {
  const { t } = useTranslation()
  const { data, refetch } = useQuery(api.prices.policy.queryOptions({ input: {} }))
  const set = useCommand(engine.prices.setPolicy)
  if (data === undefined) return null
  const change = async (value: number | null): Promise<void> => {
    if (value === null || value === data.maximumDiscountMicro) return
    await set.run({ maximumDiscountMicro: value })
    await refetch()
  }
  return (
    <fieldset className="k-fieldset">
      <legend>{t('prices.maximumDiscount')}</legend>
      {set.refusal === undefined ? null : <RefusalAlert refusal={set.refusal} />}
      <Field label={t('prices.houseMost')} hint={t('prices.maximumDiscountHint')}>
        {(control) => (
          <PercentInput id={control.id} value={data.maximumDiscountMicro} onChange={(value) => void change(value)} />
        )}
      </Field>
    </fieldset>
  )
}
