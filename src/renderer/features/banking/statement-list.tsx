import { useQuery } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { api, engine } from '../../app/engine'
import { useCan } from '../../app/session'
import { DateText, EmptyState, MoneyText, PageHeader, RefusalAlert } from '../../ui'
import { BankSelect, useBankAccounts } from './bank-account'

/** What was imported of one bank account; an import without matches can be taken back. */
export function StatementList(): ReactNode {
  const { t } = useTranslation()
  const canWrite = useCan('treasury.write')
  const { banks, first, currencyOf } = useBankAccounts()
  const [chosen, setChosen] = useState<number>()
  const accountId = chosen ?? first?.id
  const remove = useCommand(engine.banking.deleteStatement)
  const { data } = useQuery(
    api.banking.listStatements.queryOptions({
      input: { accountId: accountId ?? 0 },
      enabled: accountId !== undefined,
    }),
  )
  const rows = data?.rows ?? []
  const balance = (amountMinor: number | null): ReactNode =>
    amountMinor === null ? (
      <span className="k-soft">{t('banking.unknown')}</span>
    ) : (
      <MoneyText amountMinor={amountMinor} currency={currencyOf(accountId)} />
    )
  return (
    <section className="k-page k-scroll">
      <PageHeader
        title={t('banking.statements')}
        actions={<BankSelect banks={banks} value={accountId} onChange={setChosen} />}
      />
      {remove.refusal === undefined ? null : <RefusalAlert refusal={remove.refusal} />}
      {rows.length === 0 ? (
        <EmptyState title={t('banking.noStatements')} hint={t('banking.nothingHint')} />
      ) : (
        <table className="k-table k-sticky" aria-label={t('banking.statements')}>
          <thead>
            <tr>
              <th scope="col">{t('banking.file')}</th>
              <th scope="col">{t('banking.format')}</th>
              <th scope="col">{t('treasury.from')}</th>
              <th scope="col">{t('treasury.to')}</th>
              <th scope="col" className="k-right">
                {t('treasury.opening')}
              </th>
              <th scope="col" className="k-right">
                {t('treasury.closing')}
              </th>
              <th scope="col" className="k-right">
                {t('banking.lineCount')}
              </th>
              <th scope="col" className="k-right">
                {t('banking.openCountTitle')}
              </th>
              <th scope="col" aria-label={t('banking.takeBack')} />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>{row.fileName}</td>
                <td>{t(`banking.formats.${row.format}`)}</td>
                <td>
                  <DateText date={row.fromOn} />
                </td>
                <td>
                  <DateText date={row.toOn} />
                </td>
                <td className="k-right">{balance(row.openingMinor)}</td>
                <td className="k-right">{balance(row.closingMinor)}</td>
                <td className="k-right">{row.lineCount}</td>
                <td className="k-right">{row.openCount}</td>
                <td>
                  {canWrite && row.openCount === row.lineCount ? (
                    <Popconfirm
                      title={t('banking.takeBackAsk')}
                      okText={t('banking.takeBack')}
                      cancelText={t('app.cancel')}
                      onConfirm={() => void remove.run({ id: row.id })}
                    >
                      <Button size="small">{t('banking.takeBack')}</Button>
                    </Popconfirm>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
