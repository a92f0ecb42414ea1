import { Tabs } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export interface SidePart {
  readonly key: string
  readonly title: string
  /** Drawn only while it is open, so it reads only then. */
  readonly render: () => ReactNode
}

export interface DocumentSideProps {
  readonly parts: readonly SidePart[]
  readonly openKey: string
  readonly onOpen: (key: string) => void
}

/** Journal, stock, attachments and history beside the document. */
export function DocumentSide(props: DocumentSideProps): ReactNode {
  const { parts, openKey, onOpen } = props
  const { t } = useTranslation()
  return (
    <aside className="k-document-side k-no-print" aria-label={t('ui.document.details')}>
      <Tabs
        size="small"
        animated={false}
        activeKey={openKey}
        onChange={onOpen}
        items={parts.map(({ key, title, render }) => ({
          key,
          label: title,
          children: key === openKey ? render() : null,
        }))}
      />
    </aside>
  )
}
