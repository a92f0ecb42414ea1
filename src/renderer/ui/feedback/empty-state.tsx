import { InboxOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { ShortcutKeys } from '../shell/shortcut-keys'
import './feedback.css'

export interface EmptyStateProps {
  /** What belongs here. */
  readonly title: string
  /** What to do first. */
  readonly hint?: string
  readonly icon?: ReactNode
  readonly action?: { readonly label: string; readonly onAction: () => void; readonly keys?: string }
}

/** An empty place that says what belongs there and offers the first step. */
export function EmptyState(props: EmptyStateProps): ReactNode {
  const { title, hint, icon = <InboxOutlined />, action } = props
  return (
    <div className="k-empty" role="status">
      <div className="k-empty-icon" aria-hidden="true">
        {icon}
      </div>
      <p className="k-empty-title">{title}</p>
      {hint === undefined ? null : <p className="k-empty-hint">{hint}</p>}
      {action === undefined ? null : (
        <Button type="primary" onClick={action.onAction}>
          {action.label}
          {action.keys === undefined ? null : <ShortcutKeys keys={action.keys} />}
        </Button>
      )}
    </div>
  )
}
