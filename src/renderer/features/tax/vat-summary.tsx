import { useQuery } from '@tanstack/react-query'
import { Fragment, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/engine'
import { useSpan } from '../../app/lists/span'
import { useNavigation } from '../../app/pages'
import { DateText, Fact, MoneyText, PageHeader, Waiting } from '../../ui'

/** VAT of some months, account by account; a row opens the lines it is made of, a line its document. */
export function VatSummary(): ReactNode {
  const { t } = useTranslation()
  const { open, canOpen } = useNavigation()
  const { from, to, picker } = useSpan()
  const [shown, setShown] = useState<string>()
  const { data } = useQuery(api.tax.vatSummary.queryOptions({ input: { from, to } }))
  return (
    <section className="k-page k-scroll">
      <PageHeader title={t('tax.vatSummary')} actions={picker} />
      {data === undefined ? (
        <Waiting />
      ) : (
        <div>
          <dl className="k-facts">
            {(['outputMinor', 'inputMinor', 'broughtMinor'] as const).map((key) => (
              <Fact key={key} label={t(`tax.${key}`)}>
                <MoneyText amountMinor={data[key]} />
              </Fact>
            ))}
            <Fact label={t(data.payableMinor < 0 ? 'tax.refundable' : 'tax.payableMinor')}>
              <MoneyText amountMinor={Math.abs(data.payableMinor)} />
            </Fact>
          </dl>
          <table className="k-table k-sticky" aria-label={t('tax.vatSummary')}>
            <thead>
              <tr>
                <th scope="col">{t('app.journal.account')}</th>
                {(['opening', 'debit', 'credit', 'closing'] as const).map((key) => (
                  <th key={key} scope="col" className="k-right">
                    {t(`tax.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.rows.map((row) => (
                <Fragment key={row.role}>
                  <tr>
                    <td>
                      <button
                        type="button"
                        className="k-plain k-link"
                        aria-expanded={shown === row.role}
                        onClick={() => setShown(shown === row.role ? undefined : row.role)}
                      >
                        {row.accountCode} {row.accountName}
                      </button>
                    </td>
                    {(['openingMinor', 'debitMinor', 'creditMinor', 'closingMinor'] as const).map((key) => (
                      <td key={key} className="k-right">
                        <MoneyText amountMinor={row[key]} />
                      </td>
                    ))}
                  </tr>
                  {shown === row.role
                    ? row.lines.map((line, at) => (
                        <tr key={at}>
                          <td colSpan={2} className="k-soft">
                            <DateText date={line.postedOn} />{' '}
                            <button
                              type="button"
                              className="k-plain k-link"
                              disabled={!canOpen(line.sourceKind)}
                              onClick={() => open(line.sourceKind, { id: line.sourceId })}
                            >
                              {line.number}
                            </button>{' '}
                            {line.memo}
                          </td>
                          <td className="k-right">
                            <MoneyText amountMinor={line.debitMinor} />
                          </td>
                          <td className="k-right">
                            <MoneyText amountMinor={line.creditMinor} />
                          </td>
                          <td />
                        </tr>
                      ))
                    : null}
                </Fragment>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
