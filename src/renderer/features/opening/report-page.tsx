import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { useJournalPart, useStateTag } from '../../app/documents/document-parts'
import { api, engine } from '../../app/engine'
import { usePageTab, type PageParams } from '../../app/pages'
import { useCan } from '../../app/session'
import { DateText, Dialog, DocumentFrame, MoneyText, RefusalAlert, Waiting } from '../../ui'
import './opening.css'

/** What was posted: the old trial balance against the ledger, the lists against their accounts, and the way back. */
export function ReportPage({ params }: { readonly params: PageParams }): ReactNode {
  const id = Number(params['id'])
  const { t } = useTranslation()
  const tab = usePageTab()
  const tag = useStateTag()
  const canUndo = useCan('documents.reverse')
  const [isUndoing, setUndoing] = useState(false)
  const { data: report } = useQuery(api.opening.getOpening.queryOptions({ input: { id } }))
  const side = useJournalPart('onboarding.opening', id)
  useEffect(() => {
    if (report !== undefined) tab.setTitle(report.number)
  }, [tab, report])
  if (report === undefined) return <Waiting />
  const isEqual =
    report.rows.every(({ importedMinor, ledgerMinor }) => importedMinor === ledgerMinor) &&
    report.lists.every(({ accountMinor, listedMinor }) => accountMinor === listedMinor)
  return (
    <>
      <DocumentFrame
        title={t('opening.document')}
        number={report.number}
        state={tag(report.state)}
        facts={[
          { key: 'on', label: t('opening.opensOn'), value: <DateText date={report.opensOn} /> },
          ...(report.state === 'posted' && isEqual
            ? [{ key: 'equal', label: t('opening.parity'), value: t('opening.equal') }]
            : []),
        ]}
        lines={
          <div className="k-opening">
            <Compared
              title={t('opening.ledgerAgainst')}
              first={t('opening.imported')}
              second={t('opening.ledger')}
              rows={report.rows.map(({ accountCode, accountName, importedMinor, ledgerMinor }) => ({
                label: `${accountCode} ${accountName}`,
                firstMinor: importedMinor,
                secondMinor: ledgerMinor,
              }))}
            />
            <Compared
              title={t('opening.listsAgainst')}
              first={t('opening.inAccount')}
              second={t('opening.inList')}
              rows={report.lists.map(({ key, accountMinor, listedMinor }) => ({
                label: t(`opening.parityRows.${key}`),
                firstMinor: accountMinor,
                secondMinor: listedMinor,
              }))}
            />
            <OldAccounts lines={report.lines} />
          </div>
        }
        side={side}
        actions={
          canUndo && report.state === 'posted'
            ? [{ key: 'undo', label: t('opening.undo'), isDanger: true, onPress: () => setUndoing(true) }]
            : []
        }
      />
      {isUndoing ? <UndoDialog id={id} number={report.number} onClose={() => setUndoing(false)} /> : null}
    </>
  )
}

interface ComparedRow {
  readonly label: string
  readonly firstMinor: number
  readonly secondMinor: number
}

function Compared(props: {
  readonly title: string
  readonly first: string
  readonly second: string
  readonly rows: readonly ComparedRow[]
}): ReactNode {
  const { title, first, second, rows } = props
  const { t } = useTranslation()
  if (rows.length === 0) return null
  return (
    <table className="k-table">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('opening.account')}</th>
          {[first, second, t('opening.difference')].map((text) => (
            <th key={text} scope="col" className="k-right">
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, firstMinor, secondMinor }) => (
          <tr key={label}>
            <td>{label}</td>
            {[firstMinor, secondMinor, firstMinor - secondMinor].map((amountMinor, at) => (
              <td key={at} className="k-right">
                <MoneyText amountMinor={amountMinor} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface OldAccount {
  readonly row: number
  readonly code: string
  readonly name: string
  readonly debitMinor: number
  readonly creditMinor: number
  readonly accountCode: string
}

function OldAccounts({ lines }: { readonly lines: readonly OldAccount[] }): ReactNode {
  const { t } = useTranslation()
  return (
    <table className="k-table">
      <caption>{t('opening.linesTitle')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('opening.oldAccount')}</th>
          <th scope="col" className="k-right">
            {t('opening.debit')}
          </th>
          <th scope="col" className="k-right">
            {t('opening.credit')}
          </th>
          <th scope="col">{t('opening.goesTo')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.row}>
            <td>
              {line.code} {line.name}
            </td>
            <td className="k-right">{line.debitMinor === 0 ? null : <MoneyText amountMinor={line.debitMinor} />}</td>
            <td className="k-right">{line.creditMinor === 0 ? null : <MoneyText amountMinor={line.creditMinor} />}</td>
            <td>{line.accountCode}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function UndoDialog(props: { readonly id: number; readonly number: string; readonly onClose: () => void }): ReactNode {
  const { id, number, onClose } = props
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const undo = useCommand(engine.opening.undo)
  return (
    <Dialog
      title={t('opening.undoTitle', { number })}
      okText={t('opening.undo')}
      okButtonProps={{ danger: true, loading: undo.isRunning }}
      cancelText={t('app.cancel')}
      onOk={() => void undo.run({ id, reason }).then((answer) => (answer === undefined ? undefined : onClose()))}
      onCancel={onClose}
    >
      <p className="k-soft">{t('opening.undoHint')}</p>
      {undo.refusal === undefined ? null : <RefusalAlert refusal={undo.refusal} />}
      <Input
        autoFocus
        maxLength={200}
        aria-label={t('app.reverse.reason')}
        placeholder={t('app.reverse.reason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  )
}
