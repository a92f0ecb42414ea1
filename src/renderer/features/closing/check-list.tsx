import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from '../../app/pages'
import { DateText, MoneyText, StateTag } from '../../ui'
import type { Cockpit } from './closing-page'

/** Every question with its answer; what is open names its documents and opens the page that mends it. */
export function CheckList({ checks }: { readonly checks: Cockpit['checks'] }): ReactNode {
  const { t } = useTranslation()
  const { open, canOpen } = useNavigation()
  return (
    <ol className="k-checks">
      {checks.map((check) => {
        const isOpen = check.count > 0
        const tone = isOpen ? (check.severity === 'blocks' ? 'bad' : 'warning') : 'good'
        const label = isOpen ? t(`closing.${check.severity}`, { count: check.count }) : t('closing.fine')
        return (
          <li key={check.key}>
            <div className="k-check-head">
              <StateTag tone={tone} label={label} />
              <strong>{t(`closing.checks.${check.key}.title`)}</strong>
              {isOpen && canOpen(check.page) ? (
                <Button size="small" onClick={() => open(check.page)}>
                  {t(`closing.checks.${check.key}.mend`)}
                </Button>
              ) : null}
            </div>
            {isOpen ? <Findings check={check} /> : null}
          </li>
        )
      })}
    </ol>
  )
}

function Findings({ check }: { readonly check: Cockpit['checks'][number] }): ReactNode {
  const { t } = useTranslation()
  const { open, canOpen } = useNavigation()
  const rest = check.count - check.findings.length
  return (
    <ul className="k-findings">
      {check.findings.map(({ kind, id, label, on, amountMinor }, at) => (
        <li key={at}>
          {kind !== null && id !== null && canOpen(kind) ? (
            <button type="button" className="k-plain k-link" onClick={() => open(kind, { id })}>
              {label}
            </button>
          ) : (
            label
          )}{' '}
          <DateText date={on} /> {amountMinor === null ? null : <MoneyText amountMinor={amountMinor} />}
        </li>
      ))}
      {rest > 0 ? <li className="k-soft">{t('closing.more', { count: rest })}</li> : null}
    </ul>
  )
}
