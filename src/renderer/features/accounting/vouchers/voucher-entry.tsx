import { useQuery } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useDayRates } from '../../../app/currencies/day-rates'
import { api } from '../../../app/engine'
import { usePageTab, type PageParams } from '../../../app/pages'
import { useSession } from '../../../app/session'
import { Waiting } from '../../../ui'
import { VoucherEditor, type VoucherStart } from './voucher-editor'
import { linesToType, type Account, type Names } from './voucher-lines'

const idOf = (params: PageParams, name: string): number => Number(params[name] ?? 0)

const textsOf = (rows: readonly { id: number; text: string }[]): ReadonlyMap<number, string> =>
  new Map(rows.map(({ id, text }) => [id, text]))

/** A voucher by hand: a new one, a kept draft (`id`), a copy of a posted one (`copyOf`), or from a template. */
export function VoucherEntry({ params }: { readonly params: PageParams }): ReactNode {
  const { t } = useTranslation()
  const tab = usePageTab()
  const [draftId, copyOf, templateId] = [idOf(params, 'id'), idOf(params, 'copyOf'), idOf(params, 'templateId')]
  const { data: accounts } = useQuery(api.accounting.listAccounts.queryOptions({ input: {} }))
  const { data: dimensions } = useQuery(api.accounting.listDimensions.queryOptions({ input: {} }))
  const { data: settings } = useQuery(api.accounting.settings.queryOptions({ input: {} }))
  const start = useStart(accounts?.rows, { draftId, copyOf, templateId })
  useEffect(() => {
    if (draftId > 0 && start !== undefined) tab.setTitle(`${t('accounting.draft')} ${start.memo}`)
  }, [tab, t, draftId, start])
  if (accounts === undefined || dimensions === undefined || settings === undefined || start === undefined)
    return <Waiting />
  return <VoucherEditor start={start} accounts={accounts.rows} dimensions={dimensions.rows} settings={settings} />
}

interface Origin {
  readonly draftId: number
  readonly copyOf: number
  readonly templateId: number
}

/** What the editor begins with; undefined until it is read. */
function useStart(accounts: readonly Account[] | undefined, origin: Origin): VoucherStart | undefined {
  const { draftId, copyOf, templateId } = origin
  const { company } = useSession()
  const rateOf = useDayRates(company.today)
  const draft = useQuery(api.accounting.getDraft.queryOptions({ input: { id: draftId }, enabled: draftId > 0 })).data
  const entry = useQuery(api.accounting.getEntry.queryOptions({ input: { id: copyOf }, enabled: copyOf > 0 })).data
  const templates = useQuery(api.accounting.listTemplates.queryOptions({ input: {}, enabled: templateId > 0 })).data
  if (accounts === undefined) return undefined
  const byCode = new Map(accounts.map((account) => [account.code, account]))
  const names = (of?: { partners: Parameters<typeof textsOf>[0]; items: Parameters<typeof textsOf>[0] }): Names => ({
    accounts: byCode,
    partners: textsOf(of?.partners ?? []),
    items: textsOf(of?.items ?? []),
    rateOf,
  })
  const plain = { postedOn: company.today, word: '', attachments: 0, reversesOn: undefined, draftId: undefined }
  if (draftId > 0) {
    if (draft === undefined) return undefined
    const { postedOn, memo, word, attachments } = draft
    const reversesOn = draft.reversesOn ?? undefined
    return { postedOn, memo, word, attachments, reversesOn, draftId, lines: linesToType(draft.lines, names(draft)) }
  }
  if (copyOf > 0) {
    if (entry === undefined) return undefined
    const word = entry.label.split('-')[0] ?? ''
    return { ...plain, word, memo: entry.memo, lines: linesToType(entry.lines, names()) }
  }
  if (templateId > 0) {
    const template = templates?.rows.find(({ id }) => id === templateId)
    if (template === undefined) return undefined
    const { memo, word } = template
    return { ...plain, word, memo, lines: linesToType(template.lines, names(template)) }
  }
  return { ...plain, memo: '', lines: [] }
}
