import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** What was scanned so far, newest first; as many as fit, the others as a number. */
export function GatheredLines(props: {
  readonly label: string
  readonly lines: readonly { key: number; text: string }[]
}): ReactNode {
  const { label, lines } = props
  const { t } = useTranslation()
  if (lines.length === 0) return null
  const shown = lines.slice(0, 3)
  return (
    <section className="k-station-gathered" aria-label={label}>
      <h3>
        {label} <b className="k-num">{lines.length}</b>
      </h3>
      <ol>
        {shown.map((line) => (
          <li key={line.key}>{line.text}</li>
        ))}
      </ol>
      {lines.length > shown.length ? (
        <p>{t('warehouse.station.moreLines', { count: lines.length - shown.length })}</p>
      ) : null}
    </section>
  )
}
