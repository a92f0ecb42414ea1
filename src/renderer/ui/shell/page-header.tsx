import type { ReactNode } from 'react'
import './shell.css'

export interface PageHeaderProps {
  readonly title: string
  /** One softer line under the title. */
  readonly hint?: ReactNode
  /** Tags and figures beside the title. */
  readonly extra?: ReactNode
  /** Buttons at the end of the line. */
  readonly actions?: ReactNode
}

export function PageHeader(props: PageHeaderProps): ReactNode {
  const { title, hint, extra, actions } = props
  return (
    <header className="k-page-header">
      <div className="k-page-title">
        <h1>{title}</h1>
        {extra}
        {hint === undefined ? null : <p>{hint}</p>}
      </div>
      {actions === undefined ? null : <div className="k-page-actions k-no-print">{actions}</div>}
    </header>
  )
}
