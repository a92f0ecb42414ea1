import { useQuery } from '@tanstack/react-query'
import { Button, DatePicker, Segmented } from 'antd'
import dayjs from 'dayjs'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { writeWorkbook } from '../../../../shared/tables'
import { decimalText } from '../../../../shared/values/integers'
import { currencyDecimals } from '../../../../shared/values/money'
import { useCommand } from '../../../app/commands'
import { api, engine, type Engine } from '../../../app/engine'
import { usePrintPaper } from '../../../app/documents/print-paper'
import { useNavigation, type PageParams } from '../../../app/pages'
import { PartnerSelect } from '../../../app/documents/partner-select'
import { EXCEL, saveFile, savePdf } from '../../../app/lists/save-file'
import { useSession } from '../../../app/session'
import { DateText, EmptyState, MoneyText, PageHeader, RefusalAlert, useLanguage } from '../../../ui'

type Statement = Awaited<ReturnType<Engine['treasury']['statementOfAccount']>>

/** 对账单: what was posted between us and a partner; printed for both to sign, or sent as a table. */
export function StatementPage({ params }: { readonly params: PageParams }): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { open, canOpen } = useNavigation()
  const language = useLanguage()
  const [partnerId, setPartner] = useState(params['partnerId'] === undefined ? undefined : Number(params['partnerId']))
  const [range, setRange] = useState(() => {
    const today = dayjs(company.today)
    return [today.startOf('month'), today] as const
  })
  const [from, to] = range.map((day) => day.format('YYYY-MM-DD')) as [string, string]
  const [currency, setCurrency] = useState<string>()
  const inCurrency = currency === undefined ? {} : { currency }
  const { data } = useQuery(
    api.treasury.statementOfAccount.queryOptions({
      input: { partnerId: partnerId ?? 0, from, to, ...inCurrency },
      enabled: partnerId !== undefined,
    }),
  )
  const paper = usePrintPaper()
  const print = async (): Promise<void> => {
    if (partnerId === undefined) return
    const { fileName, base64 } = await engine.treasury.statementPdf({
      partnerId,
      from,
      to,
      ...inCurrency,
      locale: language,
    })
    savePdf(fileName, base64)
  }
  const record = useCommand(engine.audit.recordExport)
  const takeWorkbook = async (statement: Statement): Promise<void> => {
    const about = `${statement.partner.name} ${from} – ${to}`.slice(0, 200)
    const taken = { what: t('treasury.statement'), about, format: 'excel' as const, rows: statement.rows.length }
    if ((await record.run(taken)) !== undefined) await saveWorkbook(statement, company.name, titles, t)
  }
  const titles = {
    date: t('accounting.postedOn'),
    document: t('treasury.document'),
    text: t('treasury.text'),
    debit: t('treasury.debit'),
    credit: t('treasury.credit'),
    balance: t('treasury.balance'),
  }
  return (
    <section className="k-page k-scroll">
      <PageHeader
        title={t('treasury.statement')}
        actions={
          <>
            <div style={{ width: 260 }}>
              <PartnerSelect
                aria-label={t('treasury.partner')}
                side="any"
                autoFocus={partnerId === undefined}
                value={partnerId}
                text={data === undefined ? undefined : `${data.partner.code} ${data.partner.name}`}
                onChange={(chosen) => {
                  setPartner(chosen)
                  setCurrency(undefined)
                }}
              />
            </div>
            {data === undefined || data.currencies.length < 2 ? null : (
              <Segmented
                aria-label={t('currencies.currency')}
                value={data.currency}
                onChange={setCurrency}
                options={data.currencies}
              />
            )}
            <DatePicker.RangePicker
              allowClear={false}
              value={[range[0], range[1]]}
              onChange={(chosen) => {
                const [first, last] = chosen ?? []
                if (first && last) setRange([first, last])
              }}
            />
            {data === undefined ? null : (
              <>
                <Button onClick={() => void takeWorkbook(data)}>Excel</Button>
                <Button
                  onClick={() =>
                    partnerId === undefined
                      ? undefined
                      : paper.print({ paper: 'statement', sourceId: partnerId, from, to, ...inCurrency })
                  }
                >
                  {t('labels.printing.print')}
                </Button>
                <Button type="primary" onClick={() => void print()}>
                  {t('treasury.savePdf')}
                </Button>
              </>
            )}
          </>
        }
      />
      {record.refusal === undefined ? null : <RefusalAlert refusal={record.refusal} />}
      {paper.prompt}
      {paper.refusal === undefined ? null : <RefusalAlert refusal={paper.refusal} />}
      {data === undefined ? (
        <EmptyState title={t('treasury.choosePartner')} hint={t('treasury.statementHint')} />
      ) : (
        <table className="k-table k-sticky" aria-label={t('treasury.statement')}>
          <thead>
            <tr>
              <th scope="col">{titles.date}</th>
              <th scope="col">{titles.document}</th>
              <th scope="col">{titles.text}</th>
              <th scope="col" className="k-right">
                {titles.debit}
              </th>
              <th scope="col" className="k-right">
                {titles.credit}
              </th>
              <th scope="col" className="k-right">
                {titles.balance}
              </th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td colSpan={5}>{t('treasury.opening')}</td>
              <td className="k-right">
                <MoneyText amountMinor={data.openingMinor} currency={data.currency} />
              </td>
            </tr>
            {data.rows.map((row, at) => (
              <tr key={at}>
                <td>
                  <DateText date={row.postedOn} />
                </td>
                <td>
                  <button
                    type="button"
                    className="k-plain k-link"
                    disabled={!canOpen(row.sourceKind)}
                    onClick={() => open(row.sourceKind, { id: row.sourceId })}
                  >
                    {row.number}
                  </button>
                </td>
                <td>{row.text.replace(row.number, '').trim()}</td>
                <td className="k-right">
                  <MoneyText amountMinor={row.debitMinor} currency={data.currency} />
                </td>
                <td className="k-right">
                  <MoneyText amountMinor={row.creditMinor} currency={data.currency} />
                </td>
                <td className="k-right">
                  <MoneyText amountMinor={row.balanceMinor} currency={data.currency} />
                </td>
              </tr>
            ))}
            {data.rows.length > 0 ? null : (
              <tr>
                <td colSpan={6} className="k-soft">
                  {t('treasury.nothingPosted')}
                </td>
              </tr>
            )}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={5}>
                {t('treasury.closing')}
              </th>
              <td className="k-right">
                <strong>
                  <MoneyText amountMinor={data.closingMinor} currency={data.currency} />
                </strong>
              </td>
            </tr>
          </tfoot>
        </table>
      )}
    </section>
  )
}

/** The table that goes to the partner: whose it is and in what currency stands above it. */
async function saveWorkbook(
  data: Statement,
  companyName: string,
  titles: Readonly<Record<'date' | 'document' | 'text' | 'debit' | 'credit' | 'balance', string>>,
  t: (key: string) => string,
): Promise<void> {
  const decimals = currencyDecimals(data.currency)
  const money = (amountMinor: number): string => decimalText(amountMinor, decimals)
  const blank = (amountMinor: number): string => (amountMinor === 0 ? '' : money(amountMinor))
  const sheet = {
    name: data.partner.code,
    heading: [companyName, t('treasury.statement'), `${data.partner.code} ${data.partner.name} (${data.currency})`],
    columns: [
      { title: titles.date, width: 12 },
      { title: titles.document, width: 18 },
      { title: titles.text, width: 36 },
      { title: titles.debit, decimals },
      { title: titles.credit, decimals },
      { title: titles.balance, decimals },
    ],
    rows: [
      ['', '', t('treasury.opening'), '', '', money(data.openingMinor)],
      ...data.rows.map((row) => [
        row.postedOn,
        row.number,
        row.text,
        blank(row.debitMinor),
        blank(row.creditMinor),
        money(row.balanceMinor),
      ]),
    ],
  }
  const bytes = await writeWorkbook([sheet])
  saveFile(
    `${t('treasury.statement')} ${data.partner.name} ${data.currency}.xlsx`,
    new Blob([new Uint8Array(bytes)], { type: EXCEL }),
  )
}
