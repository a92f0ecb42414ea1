import { Button, DatePicker, Form } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useCallback, useId, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { engine, type Engine } from '../../app/engine'
import { ListPage, type ListPageProps } from '../../app/lists/list-page'
import { useNavigation } from '../../app/pages'
import { filledIn } from '../../app/documents/record-form'
import { useCan, useSession } from '../../app/session'
import { Dialog, RefusalAlert, type ListColumn } from '../../ui'

type Row = Awaited<ReturnType<Engine['sales']['listToInvoice']>>['rows'][number]

/** Customers who got goods that no invoice has: one invoice each for the month. */
export function ToInvoiceList(): ReactNode {
  const { t } = useTranslation()
  const canWrite = useCan('sales.write')
  const [chosen, setChosen] = useState<readonly Row[]>()
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.sales.listToInvoice(input, { signal }),
    [],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      { key: 'code', title: t('sales.customerCode'), value: (row) => row.customer.code, width: 140, isFixed: true },
      { key: 'customer', title: t('sales.customer'), value: (row) => row.customer.name },
      { key: 'orders', title: t('sales.orderCount'), kind: 'count', value: (row) => row.orders, width: 100 },
      { key: 'since', title: t('sales.since'), kind: 'date', value: (row) => row.since },
      { key: 'netMinor', title: t('sales.netToInvoice'), kind: 'money', value: (row) => row.netMinor, hasSum: true },
    ],
    [t],
  )
  const bulk = (rows: readonly Row[]): ReactNode => (
    <Button size="small" type="primary" onClick={() => setChosen(rows)}>
      {t('sales.invoiceCollectively')}
    </Button>
  )
  return (
    <>
      <ListPage<Row>
        name="sales.toInvoice"
        room="sales"
        title={t('sales.toInvoice')}
        columns={columns}
        fetch={fetch}
        filterHint={t('sales.filterHint')}
        empty={{ title: t('sales.nothingToInvoice'), hint: t('sales.nothingToInvoiceHint') }}
        {...(canWrite ? { bulk, onOpen: (row: Row) => setChosen([row]) } : {})}
      />
      {chosen === undefined ? null : <CollectDialog rows={chosen} onClose={() => setChosen(undefined)} />}
    </>
  )
}

function CollectDialog({ rows, onClose }: { readonly rows: readonly Row[]; onClose(): void }): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { open } = useNavigation()
  const name = useId()
  const [form] = Form.useForm<{ until: Dayjs; invoicedOn: Dayjs }>()
  const invoice = useCommand(engine.sales.invoiceCustomer)
  const submit = async (): Promise<void> => {
    const fields = await filledIn(form)
    if (fields === undefined) return
    const until = fields.until.format('YYYY-MM-DD')
    const invoicedOn = fields.invoicedOn.format('YYYY-MM-DD')
    for (const { id } of rows) {
      const answer = await invoice.run({ customerId: id, until, invoicedOn })
      if (answer === undefined) return
      if (rows.length === 1) open('sales.invoice', { id: answer.id })
    }
    onClose()
  }
  return (
    <Dialog
      title={t('sales.invoiceCollectively')}
      okText={t('sales.invoiceCollectively')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: invoice.isRunning }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {invoice.refusal === undefined ? null : <RefusalAlert refusal={invoice.refusal} />}
      <Form
        form={form}
        name={name}
        layout="vertical"
        requiredMark={false}
        initialValues={{ until: dayjs(company.today), invoicedOn: dayjs(company.today) }}
      >
        <Form.Item name="until" label={t('sales.deliveredUntil')}>
          <DatePicker autoFocus allowClear={false} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="invoicedOn" label={t('sales.invoicedOn')}>
          <DatePicker allowClear={false} style={{ width: '100%' }} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
