import { LeftOutlined, MoreOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Mend, RefusalAlert, type ShownRefusal } from '../feedback/refusal-alert'
import { StateTag, type StateTagProps } from '../feedback/state-tag'
import { ShortcutKeys } from '../shell/shortcut-keys'
import { ariaKeys } from '../shell/shortcuts'
import { useShortcuts } from '../shell/use-shortcuts'
import { type ChainDocument, DocumentChain } from './document-chain'
import './document.css'
import { DocumentSide, type SidePart } from './document-side'

export interface DocumentAction {
  readonly key: string
  readonly label: string
  readonly onPress: () => void
  readonly isDanger?: boolean
  readonly isDisabled?: boolean
}

export interface DocumentFact {
  readonly key: string
  readonly label: string
  readonly value: ReactNode
}

export interface DocumentFrameProps {
  /** Kind of document: "Sales order". */
  readonly title: string
  /** Missing on a draft that has no number yet. */
  readonly number?: string | undefined
  readonly state: StateTagProps
  /** Partner, dates, reference: the header when it is read. */
  readonly facts?: readonly DocumentFact[]
  /** The header when it is entered: `Field`s in a row. */
  readonly fields?: ReactNode
  readonly total?: ReactNode
  readonly chain?: readonly ChainDocument[]
  /** The lines: an `EntryGrid`, or a table once posted. */
  readonly lines: ReactNode
  readonly totals?: readonly (DocumentFact & { readonly isStrong?: boolean })[]
  /** Beside the totals: notes, terms. */
  readonly notes?: ReactNode
  /** Journal, stock, attachments, history: folded away until wanted. */
  readonly side?: readonly SidePart[]
  /** The next step, named. Ctrl+Enter. */
  readonly primary?: { readonly label: string; readonly onPress: () => void; readonly isBusy?: boolean }
  readonly actions?: readonly DocumentAction[]
  /** A refusal that concerns the document as a whole. */
  readonly refusal?: ShownRefusal | undefined
  readonly mend?: Mend | undefined
  readonly saving?: 'saved' | 'saving' | 'unsaved'
}

const primaryKeys = 'Ctrl+Enter'

function Actions(props: DocumentFrameProps): ReactNode {
  const { primary, actions = [], saving } = props
  const { t } = useTranslation()
  const savingText = {
    saved: t('ui.document.saved'),
    saving: t('ui.document.saving'),
    unsaved: t('ui.document.unsaved'),
  }
  const press = (key: string): void => actions.find((action) => action.key === key)?.onPress()
  return (
    <div className="k-document-actions k-no-print">
      {saving === undefined ? null : (
        <span className={`k-document-saving k-document-${saving}`} role="status">
          {savingText[saving]}
        </span>
      )}
      {actions.length === 0 ? null : (
        <Dropdown
          trigger={['click']}
          menu={{
            items: actions.map(({ key, label, isDanger = false, isDisabled = false }) => ({
              key,
              label,
              danger: isDanger,
              disabled: isDisabled,
            })),
            onClick: ({ key }) => press(key),
          }}
        >
          <Button icon={<MoreOutlined />}>{t('ui.document.more')}</Button>
        </Dropdown>
      )}
      {primary === undefined ? null : (
        <Button
          type="primary"
          loading={primary.isBusy === true}
          aria-keyshortcuts={ariaKeys(primaryKeys)}
          onClick={primary.onPress}
        >
          {primary.label}
          <ShortcutKeys keys={primaryKeys} />
        </Button>
      )}
    </div>
  )
}

function Head(props: DocumentFrameProps & { readonly children: ReactNode }): ReactNode {
  const { title, number, state, facts = [], total, children } = props
  const { t } = useTranslation()
  return (
    <header className="k-document-head">
      <div className="k-document-title">
        <h1>
          {title} {number === undefined ? null : <span className="k-num">{number}</span>}
        </h1>
        <StateTag {...state} />
        {children}
      </div>
      <dl className="k-document-facts">
        {facts.map(({ key, label, value }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {total === undefined ? null : (
          <div className="k-document-total">
            <dt>{t('ui.document.total')}</dt>
            <dd>{total}</dd>
          </div>
        )}
      </dl>
    </header>
  )
}

/** A document on one page: header, chain, lines, totals; details folded at the side; one primary button. */
export function DocumentFrame(props: DocumentFrameProps): ReactNode {
  const { title, fields, chain = [], lines, totals = [], notes, side = [], primary, refusal, mend } = props
  const { t } = useTranslation()
  const [openSide, setOpenSide] = useState<string>()
  useShortcuts(
    title,
    primary === undefined || primary.isBusy === true
      ? []
      : [{ keys: primaryKeys, label: primary.label, run: primary.onPress }],
  )
  const isOpen = openSide !== undefined
  return (
    <article className={`k-document${isOpen ? ' k-document-wide' : ''}`}>
      <div className="k-document-page">
        <Head {...props}>
          <Actions {...props} />
          {side.length === 0 ? null : (
            <Button
              className="k-no-print"
              aria-expanded={isOpen}
              icon={isOpen ? <RightOutlined /> : <LeftOutlined />}
              onClick={() => setOpenSide(isOpen ? undefined : side[0]?.key)}
            >
              {isOpen ? t('ui.document.hideDetails') : t('ui.document.details')}
            </Button>
          )}
        </Head>
        {chain.length === 0 ? null : <DocumentChain documents={chain} />}
        {refusal === undefined ? null : <RefusalAlert refusal={refusal} mend={mend} />}
        {fields === undefined ? null : <div className="k-document-fields">{fields}</div>}
        <div className="k-document-lines">{lines}</div>
        <footer className="k-document-foot">
          <div className="k-document-notes">{notes}</div>
          <dl className="k-document-totals">
            {totals.map(({ key, label, value, isStrong = false }) => (
              <div key={key} className={isStrong ? 'k-document-strong' : undefined}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </footer>
      </div>
      {openSide === undefined ? null : <DocumentSide parts={side} openKey={openSide} onOpen={setOpenSide} />}
    </article>
  )
}
