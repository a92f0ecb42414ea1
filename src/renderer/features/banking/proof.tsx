import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DayPicker } from '../../app/documents/day-picker'
import { api } from '../../app/engine'
import { useSession } from '../../app/session'
import { MoneyText, PageHeader, StateTag, Waiting } from '../../ui'
import { BankSelect, useBankAccounts } from './bank-account'

/** 银行存款余额调节表: both balances, each corrected by what only the other side knows. */
export function Proof(): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { banks, first, currencyOf } = useBankAccounts()
  const [chosen, setChosen] = useState<number>()
  const accountId = chosen ?? first?.id
  const [asOf, setAsOf] = useState(company.today)
  const { data } = useQuery(
    api.banking.proof.queryOptions({ input: { accountId: accountId ?? 0, asOf }, enabled: accountId !== undefined }),
  )
  const money = (amountMinor: number | null): ReactNode =>
    amountMinor === null ? (
      <span className="k-soft">{t('banking.unknown')}</span>
    ) : (
      <MoneyText amountMinor={amountMinor} currency={currencyOf(accountId)} />
    )
  return (
    <section className="k-page k-scroll">
      <PageHeader
        title={t('banking.proof')}
        hint={t('banking.proofHint')}
        actions={
          <>
            <BankSelect banks={banks} value={accountId} onChange={setChosen} />
            <DayPicker aria-label={t('accounting.postedOn')} value={asOf} onChange={setAsOf} />
          </>
        }
      />
      {accountId === undefined ? null : data === undefined ? (
        <Waiting />
      ) : (
        <div>
          <table className="k-table" aria-label={t('banking.proof')}>
            <thead>
              <tr>
                <th scope="col">{t('banking.ofBooks')}</th>
                <th scope="col" className="k-right">
                  {t('treasury.amount')}
                </th>
                <th scope="col">{t('banking.ofBank')}</th>
                <th scope="col" className="k-right">
                  {t('treasury.amount')}
                </th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <td>{t('banking.bookBalance')}</td>
                <td className="k-right">{money(data.bookMinor)}</td>
                <td>{t('banking.bankBalance')}</td>
                <td className="k-right">{money(data.bankMinor)}</td>
              </tr>
              <tr>
                <td>{t('banking.bankIn')}</td>
                <td className="k-right">{money(data.bankOnly.inMinor)}</td>
                <td>{t('banking.booksIn')}</td>
                <td className="k-right">{money(data.booksOnly.inMinor)}</td>
              </tr>
              <tr>
                <td>{t('banking.bankOut')}</td>
                <td className="k-right">{money(0 - data.bankOnly.outMinor)}</td>
                <td>{t('banking.booksOut')}</td>
                <td className="k-right">{money(0 - data.booksOnly.outMinor)}</td>
              </tr>
              <tr>
                <td colSpan={2} />
                <td>{t('banking.startDifference')}</td>
                <td className="k-right">
                  {money(data.startDifferenceMinor === null ? null : 0 - data.startDifferenceMinor)}
                </td>
              </tr>
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('banking.corrected')}</th>
                <td className="k-right">
                  <strong>{money(data.booksCorrectedMinor)}</strong>
                </td>
                <th scope="row">{t('banking.corrected')}</th>
                <td className="k-right">
                  <strong>
                    {money(
                      data.bankCorrectedMinor === null
                        ? null
                        : data.bankCorrectedMinor - (data.startDifferenceMinor ?? 0),
                    )}
                  </strong>
                </td>
              </tr>
            </tfoot>
          </table>
          <p>
            {data.differenceMinor === null ? (
              <StateTag tone="neutral" label={t('banking.noBalances')} />
            ) : data.differenceMinor === 0 && data.gapMinor !== null && data.gapMinor !== 0 ? (
              <StateTag tone="bad" label={t('banking.gap')} />
            ) : data.differenceMinor === 0 ? (
              <StateTag tone="good" label={t('banking.agrees')} />
            ) : (
              <StateTag tone="bad" label={t('banking.differs')} />
            )}
          </p>
        </div>
      )}
    </section>
  )
}
