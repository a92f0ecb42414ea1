import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from '../../app/pages'
import { StateTag } from '../../ui'
import { AmountTable } from '../../app/documents/amount-table'
import type { Cockpit } from './closing-page'

const TONES = { missing: 'warning', posted: 'good', none: 'neutral' } as const

/** The vouchers that belong to the end of a month, in their order, with the lines that are still missing. */
export function MonthEndVouchers(props: {
  readonly vouchers: Cockpit['vouchers']
  readonly isBusy: boolean
  readonly onPost: ((key: string) => void) | undefined
}): ReactNode {
  const { vouchers, isBusy, onPost } = props
  const { t } = useTranslation()
  const { open } = useNavigation()
  return (
    <ol className="k-checks">
      {vouchers.map(({ key, state, lines, entries }) => {
        const name = t(`closing.vouchers.${key}`)
        return (
          <li key={key}>
            <div className="k-check-head">
              <StateTag tone={TONES[state]} label={t(`closing.voucherStates.${state}`)} />
              <strong>{name}</strong>
              {entries.map((entry) => (
                <button
                  key={entry.id}
                  type="button"
                  className="k-plain k-link"
                  onClick={() => open('accounting.entry', { id: entry.id })}
                >
                  {entry.label}
                </button>
              ))}
              {state === 'missing' && onPost !== undefined ? (
                <Button size="small" loading={isBusy} onClick={() => onPost(key)}>
                  {t('closing.post')}
                </Button>
              ) : null}
            </div>
            {lines.length === 0 ? null : <AmountTable className="k-closing-amounts" label={name} rows={lines} />}
          </li>
        )
      })}
    </ol>
  )
}
