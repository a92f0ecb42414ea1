import { Segmented } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { languages } from '../../../shared/i18n'
import { useLanguage } from '../../ui'
import '../app.css'
import { changeLanguage } from '../i18n'

/** The frame before sign-in: one card, the language within reach. */
export function FrontPage(props: {
  readonly title: string
  readonly hint?: string
  readonly children?: ReactNode
}): ReactNode {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <main className="k-front">
      <section className="k-front-card">
        <header>
          <span className="k-front-mark">{t('app.name')}</span>
          <Segmented
            size="small"
            aria-label={t('app.language.label')}
            value={language}
            options={languages.map((code) => ({ value: code, label: t(`app.language.${code}`) }))}
            onChange={(code) => void changeLanguage(code)}
          />
        </header>
        <h1>{props.title}</h1>
        {props.hint === undefined ? null : <p>{props.hint}</p>}
        {props.children}
      </section>
    </main>
  )
}
