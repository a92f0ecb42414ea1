import { CheckOutlined, CloseOutlined, UndoOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export interface StationScan {
  readonly id: string
  /** What it was taken as: item, bin, quantity. */
  readonly text: string
  readonly result: 'right' | 'wrong'
  /** False where it can't be taken back. */
  readonly isUndoable?: boolean
}

const shownScans = 5

export interface StationScansProps {
  readonly title: string
  readonly scans: readonly StationScan[]
  readonly onUndo: ((id: string) => void) | undefined
}

/** The last five scans, newest first, each with its undo. */
export function StationScans(props: StationScansProps): ReactNode {
  const { title, scans, onUndo } = props
  const { t } = useTranslation()
  return (
    <section className="k-station-scans" aria-label={title}>
      <h3>{title}</h3>
      {scans.length === 0 ? <p>{t('ui.station.noScans')}</p> : null}
      <ol>
        {scans.slice(0, shownScans).map(({ id, text, result, isUndoable = true }) => (
          <li key={id}>
            {result === 'right' ? (
              <CheckOutlined className="k-station-mark-right" aria-label={t('ui.station.right')} />
            ) : (
              <CloseOutlined className="k-station-mark-wrong" aria-label={t('ui.station.wrong')} />
            )}
            <span title={text}>{text}</span>
            {onUndo === undefined || result === 'wrong' || !isUndoable ? null : (
              <button
                type="button"
                className="k-station-small"
                aria-label={t('ui.station.undo', { text })}
                onClick={() => onUndo(id)}
              >
                <UndoOutlined aria-hidden="true" /> {t('ui.station.undoShort')}
              </button>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
