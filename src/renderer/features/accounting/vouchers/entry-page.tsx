import { useQuery } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ForeignText } from '../../../app/currencies/foreign-text'
import { useStateTag } from '../../../app/documents/document-parts'
import { api, engine } from '../../../app/engine'
import { useNavigation, usePageTab, type PageParams } from '../../../app/pages'
import { savePdf } from '../../../app/lists/save-file'
import { useReversal } from '../../../app/documents/reverse-dialog'
import { useCan } from '../../../app/session'
import {
  DateText,
  DocumentFrame,
  MoneyText,
  QuantityText,
  type DocumentAction,
  useLanguage,
  Waiting,
} from '../../../ui'

const reverse = ({ id, ...input }: { id: number; reversedOn: string; reason: string; idempotencyKey: string }) =>
  engine.accounting.reverseVoucher({ entryId: id, ...input })

/** One journal entry and the document behind it. */
export function EntryPage({ params }: { readonly params: PageParams }): ReactNode {
  const id = Number(params['id'])
  const { t } = useTranslation()
  const locale = useLanguage()
  const { open, canOpen } = useNavigation()
  const tab = usePageTab()
  const tag = useStateTag()
  const canPost = useCan('accounting.post')
  const reversal = useReversal(id, reverse)
  const { data: entry } = useQuery(api.accounting.getEntry.queryOptions({ input: { id } }))
  useEffect(() => {
    if (entry !== undefined) tab.setTitle(entry.label)
  }, [tab, entry])
  if (entry === undefined) return <Waiting />
  const isByHand = entry.sourceKind === 'accounting.voucher'
  const sum = (side: 'debitMinor' | 'creditMinor'): number => entry.lines.reduce((total, line) => total + line[side], 0)
  const isStanding = entry.reversesEntryId === null && entry.reversedByEntryId === null
  const printOn = async (size: 'A4-half' | '24x14'): Promise<void> => {
    const { fileName, pdf } = await engine.accounting.printVouchers({ ids: [id], size, locale })
    savePdf(fileName, pdf)
  }
  const actions: DocumentAction[] = [
    ...(['A4-half', '24x14'] as const).map((size) => ({
      key: size,
      label: t(`accounting.print.${size}`),
      onPress: () => void printOn(size),
    })),
    ...(canPost
      ? [{ key: 'copy', label: t('accounting.copy'), onPress: () => open('accounting.newVoucher', { copyOf: id }) }]
      : []),
    ...reversal.actions(isByHand && isStanding),
  ]
  const other = entry.reversesEntryId ?? entry.reversedByEntryId
  return (
    <>
      <DocumentFrame
        title={t('app.kinds.accounting.voucher')}
        number={entry.label}
        state={tag(entry.reversedByEntryId === null ? 'posted' : 'reversed')}
        facts={[
          { key: 'postedOn', label: t('accounting.postedOn'), value: <DateText date={entry.postedOn} /> },
          { key: 'memo', label: t('accounting.memo'), value: entry.memo },
          { key: 'attachments', label: t('accounting.attachments'), value: entry.attachments },
          { key: 'preparedBy', label: t('accounting.preparedBy'), value: entry.preparedBy },
          ...(entry.reviewedBy === null
            ? []
            : [{ key: 'reviewedBy', label: t('accounting.reviewedBy'), value: entry.reviewedBy }]),
          { key: 'postedBy', label: t('accounting.postedBy'), value: entry.postedBy },
          ...(entry.reversesOn === null
            ? []
            : [{ key: 'reversesOn', label: t('accounting.reversesOn'), value: <DateText date={entry.reversesOn} /> }]),
          ...(other === null
            ? []
            : [
                {
                  key: 'other',
                  label: t(entry.reversesEntryId === null ? 'accounting.reversedBy' : 'accounting.reversalOf'),
                  value: (
                    <button
                      type="button"
                      className="k-plain k-link"
                      onClick={() => open('accounting.entry', { id: other })}
                    >
                      {t('app.kinds.accounting.voucher')}
                    </button>
                  ),
                },
              ]),
          ...(isByHand
            ? []
            : [
                {
                  key: 'source',
                  label: t('accounting.source'),
                  value: (
                    <button
                      type="button"
                      className="k-plain k-link"
                      disabled={!canOpen(entry.sourceKind)}
                      onClick={() => open(entry.sourceKind, { id: entry.sourceId })}
                    >
                      {t(`app.kinds.${entry.sourceKind}`)} {entry.sourceNumber}
                    </button>
                  ),
                },
              ]),
        ]}
        lines={
          <table className="k-table" aria-label={t('app.lines.label')}>
            <thead>
              <tr>
                <th scope="col">{t('app.journal.account')}</th>
                <th scope="col">{t('accounting.partner')}</th>
                <th scope="col" className="k-right">
                  {t('app.journal.debit')}
                </th>
                <th scope="col" className="k-right">
                  {t('app.journal.credit')}
                </th>
              </tr>
            </thead>
            <tbody>
              {entry.lines.map((line, at) => (
                <tr key={at}>
                  <td>
                    {line.accountCode} {line.accountName}
                    <ForeignText currency={line.currency} amountMinor={line.foreignMinor} />
                    {line.memo === null ? null : <div className="k-soft">{line.memo}</div>}
                  </td>
                  <td>
                    {[line.partnerName, line.itemName].filter((text) => text !== null).join(' · ')}
                    {line.quantityMicro === null ? null : (
                      <>
                        {' '}
                        <QuantityText quantityMicro={line.quantityMicro} />
                      </>
                    )}
                  </td>
                  <td className="k-right">
                    {line.debitMinor === 0 ? null : <MoneyText amountMinor={line.debitMinor} />}
                  </td>
                  <td className="k-right">
                    {line.creditMinor === 0 ? null : <MoneyText amountMinor={line.creditMinor} />}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        }
        totals={[
          { key: 'debit', label: t('app.journal.debit'), value: <MoneyText amountMinor={sum('debitMinor')} /> },
          { key: 'credit', label: t('app.journal.credit'), value: <MoneyText amountMinor={sum('creditMinor')} /> },
        ]}
        actions={actions}
      />
      {reversal.dialog(entry.label)}
    </>
  )
}
