import { RightOutlined } from '@ant-design/icons'
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { StateTagProps } from '../feedback/state-tag'
import { StateTag } from '../feedback/state-tag'
import './document.css'

export interface ChainDocument {
  readonly key: string
  /** What kind of document: "Purchase order". */
  readonly label: string
  /** Its number; for several, "3 receipts". */
  readonly number: string
  readonly state?: StateTagProps
  /** The document on this page. */
  readonly isCurrent?: boolean
  readonly onOpen?: () => void
}

/** Where the document came from and what it led to, as one line to click along. */
export function DocumentChain(props: { readonly documents: readonly ChainDocument[] }): ReactNode {
  const { documents } = props
  const { t } = useTranslation()
  return (
    <nav className="k-chain" aria-label={t('ui.document.chain')}>
      {documents.map(({ key, label, number, state, isCurrent = false, onOpen }, at) => (
        <Fragment key={key}>
          {at === 0 ? null : <RightOutlined className="k-chain-arrow" aria-hidden="true" />}
          <span className={`k-chain-step${isCurrent ? ' k-chain-current' : ''}`}>
            <span className="k-chain-label">{label}</span>
            {isCurrent || onOpen === undefined ? (
              <strong aria-current={isCurrent ? 'page' : undefined}>{number}</strong>
            ) : (
              <button type="button" className="k-plain k-link" onClick={onOpen}>
                {number}
              </button>
            )}
            {state === undefined ? null : <StateTag {...state} />}
          </span>
        </Fragment>
      ))}
    </nav>
  )
}
