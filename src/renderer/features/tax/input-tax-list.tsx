import { Button, DatePicker, Segmented } from 'antd'
import dayjs from 'dayjs'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { engine, type Engine } from '../../app/engine'
import { ListPage, type ListPageProps } from '../../app/lists/list-page'
import { useNavigation } from '../../app/pages'
import { useCan, useSession } from '../../app/session'
import { Dialog, MoneyText, RefusalAlert, type ListColumn } from '../../ui'

type Row = Awaited<ReturnType<Engine['tax']['listInputTax']>>['rows'][number]
const STATES = ['uncertified', 'deferred', 'certified'] as const
type State = (typeof STATES)[number]

const rowKey = ({ sourceKind, sourceId, memo }: Row): string => `${sourceKind} ${sourceId} ${memo}`

/** Input tax document by document: chosen, certified for a month, or put off. */
export function InputTaxList(): ReactNode {
  const { t } = useTranslation()
  const { open, canOpen } = useNavigation()
  const canWrite = useCan('accounting.post')
  const [state, setState] = useState<State>('uncertified')
  const [chosen, setChosen] = useState<readonly Row[]>()
  const defer = useCommand(engine.tax.defer)
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.tax.listInputTax({ ...input, state }, { signal }),
    [state],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      { key: 'number', title: t('tax.document'), value: (row) => row.number, width: 170, isFixed: true },
      { key: 'postedOn', title: t('tax.on'), kind: 'date', value: (row) => row.postedOn },
      { key: 'partnerName', title: t('tax.partner'), value: (row) => row.partnerName },
      { key: 'memo', title: t('tax.memo'), value: (row) => row.memo },
      {
        key: 'amountMinor',
        title: t('tax.inputTaxAmount'),
        kind: 'money',
        value: (row) => row.amountMinor,
        hasSum: true,
      },
    ],
    [t],
  )
  const documentsOf = (rows: readonly Row[]) => rows.map(({ sourceKind, sourceId }) => ({ sourceKind, sourceId }))
  const bulk = (rows: readonly Row[]): ReactNode => (
    <>
      {state === 'uncertified' ? (
        <Button size="small" type="primary" onClick={() => setChosen(rows)}>
          {t('tax.certify')}
        </Button>
      ) : null}
      <Button
        size="small"
        loading={defer.isRunning}
        onClick={() => void defer.run({ documents: documentsOf(rows), isDeferred: state === 'uncertified' })}
      >
        {t(state === 'uncertified' ? 'tax.defer' : 'tax.undefer')}
      </Button>
    </>
  )
  return (
    <>
      {defer.refusal === undefined ? null : <RefusalAlert refusal={defer.refusal} />}
      <ListPage<Row>
        key={state}
        name={`tax.inputTax.${state}`}
        room="tax"
        title={t('tax.inputTax')}
        columns={columns}
        fetch={fetch}
        rowKey={rowKey}
        filterHint={t('tax.filterHint')}
        filters={
          <Segmented
            aria-label={t('tax.inputTax')}
            value={state}
            options={STATES.map((value) => ({ value, label: t(`tax.inputStates.${value}`) }))}
            onChange={setState}
          />
        }
        empty={{ title: t('tax.nothingHere'), hint: t(`tax.nothingHints.${state}`) }}
        onOpen={({ sourceKind, sourceId }) => {
          if (canOpen(sourceKind)) open(sourceKind, { id: sourceId })
        }}
        {...(canWrite && state !== 'certified' ? { bulk } : {})}
      />
      {chosen === undefined ? null : <CertifyDialog rows={chosen} onClose={() => setChosen(undefined)} />}
    </>
  )
}

function CertifyDialog({ rows, onClose }: { readonly rows: readonly Row[]; onClose(): void }): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { open } = useNavigation()
  const [on, setOn] = useState(company.today)
  const certify = useCommand(engine.tax.certify)
  const submit = async (): Promise<void> => {
    const documents = rows.map(({ sourceKind, sourceId }) => ({ sourceKind, sourceId }))
    const answer = await certify.run({ certifiedOn: on, documents })
    if (answer === undefined) return
    open('tax.certification', { id: answer.id })
    onClose()
  }
  return (
    <Dialog
      title={t('tax.certifyCount', { count: rows.length })}
      okText={t('tax.certify')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: certify.isRunning }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {certify.refusal === undefined ? null : <RefusalAlert refusal={certify.refusal} />}
      <p>
        {t('tax.inputTaxAmount')}{' '}
        <MoneyText amountMinor={rows.reduce((sum, { amountMinor }) => sum + amountMinor, 0)} />
      </p>
      <DatePicker
        autoFocus
        allowClear={false}
        aria-label={t('tax.certifiedOn')}
        style={{ width: '100%' }}
        value={dayjs(on)}
        onChange={(day) => day && setOn(day.format('YYYY-MM-DD'))}
      />
    </Dialog>
  )
}
