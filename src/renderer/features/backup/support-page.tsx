import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useBackupAction } from '../../app/entrance/backups'
import { shell } from '../../app/engine'
import { saveFile } from '../../app/lists/save-file'
import { EmptyState, PageHeader, RefusalAlert } from '../../ui'

/** One text for whoever helps: made by one click, read here, and sent by the person or not at all. */
export function SupportPage(): ReactNode {
  const { t } = useTranslation()
  const [text, setText] = useState<string>()
  const support = useBackupAction('support')
  if (shell === undefined) {
    return (
      <section className="k-page k-scroll">
        <PageHeader title={t('backup.support.title')} />
        <EmptyState title={t('backup.inBrowser')} hint={t('backup.inBrowserHint')} />
      </section>
    )
  }
  const make = async (): Promise<void> => setText((await support.run(null))?.text)
  return (
    <section className="k-page k-scroll">
      <PageHeader
        title={t('backup.support.title')}
        hint={t('backup.support.hint')}
        actions={
          <>
            <Button
              type={text === undefined ? 'primary' : 'default'}
              loading={support.isRunning}
              onClick={() => void make()}
            >
              {t('backup.support.make')}
            </Button>
            {text === undefined ? null : (
              <Button
                type="primary"
                onClick={() => saveFile('kontor-support.txt', new Blob([text], { type: 'text/plain;charset=utf-8' }))}
              >
                {t('backup.support.save')}
              </Button>
            )}
          </>
        }
      />
      {support.refusal === undefined ? null : <RefusalAlert refusal={support.refusal} />}
      {text === undefined ? null : (
        <>
          <p>{t('backup.support.read')}</p>
          <Input.TextArea
            readOnly
            className="k-support-text"
            aria-label={t('backup.support.text')}
            rows={24}
            value={text}
          />
        </>
      )}
    </section>
  )
}
