import { QuestionCircleOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ModalFrame, useShortcuts } from '../../ui'

export interface PageHelpProps {
  /** Kind of the page that is open. */
  readonly kind: string | undefined
  readonly title: string
  /** False where the page takes the whole window: there the key alone opens it. */
  readonly isButton: boolean
}

/** F1: what the open page is for and how it is worked, in the language of the person. Its text is `help.<kind>`. */
export function PageHelp({ kind, title, isButton }: PageHelpProps): ReactNode {
  const { t, i18n } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  useShortcuts(t('ui.shortcuts.everywhere'), [{ keys: 'F1', label: t('app.help.open'), run: () => setOpen(true) }])
  const key = `help.${kind ?? ''}`
  const [purpose = '', ...steps] = (kind !== undefined && i18n.exists(key) ? t(key) : t('app.help.none')).split('\n')
  return (
    <>
      {isButton ? (
        <Button
          type="text"
          icon={<QuestionCircleOutlined aria-hidden="true" />}
          aria-label={t('app.help.open')}
          aria-keyshortcuts="F1"
          title={`${t('app.help.open')} (F1)`}
          onClick={() => setOpen(true)}
        />
      ) : null}
      {isOpen ? (
        <ModalFrame label={t('app.help.open')} className="k-help" onClose={() => setOpen(false)}>
          <header className="k-modal-head">
            <h2>{title}</h2>
            <Button onClick={() => setOpen(false)}>{t('ui.shortcuts.close')}</Button>
          </header>
          <div className="k-help-text">
            <p>{purpose}</p>
            <ul>
              {steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ul>
            <p className="k-help-foot">{t('app.help.more')}</p>
          </div>
        </ModalFrame>
      ) : null}
    </>
  )
}
