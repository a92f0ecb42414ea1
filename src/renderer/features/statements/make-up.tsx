import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/engine'
import { useNavigation, type PageParams } from '../../app/pages'
import { DateText, Dialog, MoneyText } from '../../ui'
import type { StatementRow } from './statement-table'

interface MakeUpProps {
  readonly row: StatementRow
  readonly from: string
  readonly to: string
  /** Titles of one or both columns of figures. */
  readonly columns: readonly [string, string?]
  /** What lines are narrowed by: a department or project and its name. */
  readonly of?: PageParams | undefined
  onClose(): void
}

/** What a figure is made of: accounts and partners that open their lines, or the cash lines of a row. */
export function MakeUp({ row, from, to, columns, of, onClose }: MakeUpProps): ReactNode {
  const { t } = useTranslation()
  return (
    <Dialog title={t('statements.madeOf', { row: row.label.trim() })} width={720} footer={null} onCancel={onClose}>
      {row.item === null ? (
        <Parts row={row} from={from} to={to} columns={columns} of={of} onClose={onClose} />
      ) : (
        <CashLines item={row.item} from={from} to={to} onClose={onClose} />
      )}
    </Dialog>
  )
}

function Parts({ row, from, to, columns, of, onClose }: MakeUpProps): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const show = (accountCode: string): void => {
    onClose()
    open('books.subsidiary', { accountCode, from, to, ...of })
  }
  return (
    <table className="k-table" aria-label={row.label}>
      <thead>
        <tr>
          <th scope="col">{t('app.journal.account')}</th>
          <th scope="col">{t('accounting.partner')}</th>
          {columns.map((title) => (
            <th key={title} scope="col" className="k-right">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {row.parts.map((part, at) => (
          <tr key={at}>
            <td>
              <button type="button" className="k-plain k-link" onClick={() => show(part.accountCode)}>
                {part.accountCode}
              </button>{' '}
              {part.accountName}
            </td>
            <td>{part.partnerName}</td>
            <td className="k-right">
              <MoneyText amountMinor={part.amountMinor} />
            </td>
            {columns.length === 1 ? null : (
              <td className="k-right">
                <MoneyText amountMinor={part.compareMinor} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const MOST_LINES = 500

function CashLines(props: { item: string; from: string; to: string; onClose(): void }): ReactNode {
  const { item, from, to, onClose } = props
  const { t } = useTranslation()
  const { open } = useNavigation()
  const { data } = useQuery(api.statements.cashFlowLines.queryOptions({ input: { item, from, to, limit: MOST_LINES } }))
  if (data === undefined) return null
  if (data.rows.length === 0) return <p>{t('statements.nothing')}</p>
  return (
    <table className="k-table" aria-label={t(`accounting.cashFlow.${item}`)}>
      <thead>
        <tr>
          <th scope="col">{t('accounting.postedOn')}</th>
          <th scope="col">{t('accounting.voucher')}</th>
          <th scope="col">{t('accounting.memo')}</th>
          <th scope="col" className="k-right">
            {t('accounting.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {data.rows.map((line, at) => (
          <tr key={at}>
            <td>
              <DateText date={line.postedOn} />
            </td>
            <td>
              <button
                type="button"
                className="k-plain k-link"
                onClick={() => {
                  onClose()
                  open('accounting.entry', { id: line.entryId })
                }}
              >
                {line.label}
              </button>
            </td>
            <td>{line.memo}</td>
            <td className="k-right">
              <MoneyText amountMinor={line.amountMinor} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={3}>
            {t('accounting.total')}
          </th>
          <td className="k-right">
            <strong>
              <MoneyText amountMinor={data.sums.amountMinor} />
            </strong>
          </td>
        </tr>
      </tfoot>
    </table>
  )
}
