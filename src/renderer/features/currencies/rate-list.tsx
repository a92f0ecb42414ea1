import { Button, Popconfirm, Segmented } from 'antd'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatScaled } from '../../../shared/values/format'
import { quoteSides } from '../../../shared/values/exchange/rate'
import { useCommand } from '../../app/commands'
import { useForeignCurrencies } from '../../app/currencies/foreign-currencies'
import { engine, type Engine } from '../../app/engine'
import { ListPage, type ListPageProps } from '../../app/lists/list-page'
import { useCan, useSession } from '../../app/session'
import { RefusalAlert, type ListColumn } from '../../ui'
import { CurrenciesDialog } from './currencies-dialog'
import { RateImport } from './rate-import'
import { RatesDialog } from './rates-dialog'

type Row = Awaited<ReturnType<Engine['currencies']['listRates']>>['rows'][number]
type Asked = 'currencies' | 'import' | { readonly on: string }

/** Dated rates of every foreign currency, newest first, each as it is quoted. */
export function RateList(): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const canWrite = useCan('accounting.post')
  const foreign = useForeignCurrencies()
  const [only, setOnly] = useState('')
  const [asked, setAsked] = useState<Asked>()
  const remove = useCommand(engine.currencies.deleteRate)
  const { run: erase } = remove
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) =>
      engine.currencies.listRates({ ...input, ...(only === '' ? {} : { currency: only }) }, { signal }),
    [only],
  )
  const base = company.currency
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      {
        key: 'validFrom',
        title: t('currencies.validFrom'),
        kind: 'date',
        value: (row) => row.validFrom,
        isSortable: true,
        isFixed: true,
      },
      { key: 'currency', title: t('currencies.currency'), value: (row) => row.currency, isSortable: true, width: 110 },
      {
        key: 'rateMicro',
        title: t('currencies.rate'),
        width: 260,
        value: (row) => {
          const [left, right] = quoteSides(row, base)
          return `${left} = ${formatScaled(row.rateMicro, 6, { minDecimals: 4 })} ${right}`
        },
      },
      {
        key: 'delete',
        title: '',
        width: 100,
        value: () => '',
        ...(canWrite
          ? {
              render: (row: Row) => (
                <Popconfirm
                  title={t('currencies.deleteAsk')}
                  okText={t('currencies.delete')}
                  cancelText={t('app.cancel')}
                  onConfirm={() => void erase({ id: row.id })}
                >
                  <Button size="small" type="text">
                    {t('currencies.delete')}
                  </Button>
                </Popconfirm>
              ),
            }
          : {}),
      },
    ],
    [t, base, canWrite, erase],
  )
  const enter = (): void => setAsked(foreign.length === 0 ? 'currencies' : { on: company.today })
  const newLabel = t(foreign.length === 0 ? 'currencies.add' : 'currencies.enter')
  return (
    <>
      <ListPage<Row>
        key={only}
        name="currencies.rates"
        room="currencies"
        title={t('currencies.title')}
        hint={t('currencies.hint', { currency: base })}
        columns={columns}
        fetch={fetch}
        filterHint={t('currencies.filterHint')}
        onOpen={(row) => (canWrite ? setAsked({ on: row.validFrom }) : undefined)}
        actions={
          canWrite ? (
            <>
              <Button onClick={() => setAsked('currencies')}>{t('currencies.manage')}</Button>
              {foreign.length === 0 ? null : (
                <Button onClick={() => setAsked('import')}>{t('currencies.import.title')}</Button>
              )}
            </>
          ) : null
        }
        filters={
          foreign.length < 2 ? null : (
            <Segmented
              value={only}
              options={[
                { value: '', label: t('currencies.all') },
                ...foreign.map(({ code }) => ({ value: code, label: code })),
              ]}
              onChange={setOnly}
            />
          )
        }
        empty={{
          title: t('currencies.empty'),
          hint: t('currencies.emptyHint', { currency: base }),
          ...(canWrite ? { action: { label: newLabel, onAction: enter, keys: 'N' } } : {}),
        }}
        {...(canWrite ? { onNew: enter, newLabel } : {})}
      />
      {remove.refusal === undefined ? null : <RefusalAlert refusal={remove.refusal} />}
      {asked === 'currencies' ? <CurrenciesDialog onClose={() => setAsked(undefined)} /> : null}
      {asked === 'import' ? <RateImport onClose={() => setAsked(undefined)} /> : null}
      {typeof asked === 'object' ? (
        <RatesDialog on={asked.on} currencies={foreign} onClose={() => setAsked(undefined)} />
      ) : null}
    </>
  )
}
