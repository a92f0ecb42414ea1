import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { createContext, type CSSProperties, type ReactNode, use, useLayoutEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../../shared/values/format'
import './base.css'
import { themeConfig } from './theme'
import { type Appearance, customProperties, type Density } from './tokens'

export interface UiSettings {
  readonly appearance: Appearance
  readonly density: Density
  /** ISO 4217 code of the company's books: what an amount is in when nothing else is said. */
  readonly currency: string
}

const defaults: UiSettings = { appearance: 'light', density: 'dense', currency: 'CNY' }
const SettingsContext = createContext<UiSettings>(defaults)
/** Read by every number and date on the screen: a context costs them less than a subscription to the translations. */
const LanguageContext = createContext<Language>('en')

/** Appearance, density and currency in force here. */
export function useUi(): UiSettings {
  return use(SettingsContext)
}

/** The language on the screen; follows a change at once. */
export function useLanguage(): Language {
  return use(LanguageContext)
}

/** The nonce the page was served with, for the style tags Ant Design adds (`style-src 'nonce-...'`). */
function styleNonce(): string | undefined {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')
  const nonce = meta?.nonce ?? ''
  return nonce === '' ? (meta?.getAttribute('nonce') ?? undefined) : nonce
}

function AntSettings({ settings, children }: { settings: UiSettings; children: ReactNode }): ReactNode {
  const language = useLanguage()
  const nonce = useMemo(() => styleNonce(), [])
  const theme = useMemo(
    () => themeConfig(settings.appearance, settings.density),
    [settings.appearance, settings.density],
  )
  return (
    <SettingsContext value={settings}>
      <ConfigProvider
        theme={theme}
        locale={language === 'zh-CN' ? zhCN : enUS}
        {...(nonce === undefined ? {} : { csp: { nonce } })}
        // Two Chinese characters on a button are not pulled apart: rows of buttons keep one rhythm.
        button={{ autoInsertSpace: false }}
        variant="outlined"
      >
        {children}
      </ConfigProvider>
    </SettingsContext>
  )
}

/**
 * Theme, locale and settings for the whole window. Sits once at the root, inside the translations.
 * Popups live at the end of the body, so the custom properties are set on the document itself.
 */
export function UiProvider(props: Partial<UiSettings> & { readonly children: ReactNode }): ReactNode {
  const { appearance = defaults.appearance, density = defaults.density, currency = defaults.currency, children } = props
  const settings = useMemo(() => ({ appearance, density, currency }), [appearance, density, currency])
  const { i18n } = useTranslation()
  const language: Language = i18n.language === 'zh-CN' ? 'zh-CN' : 'en'

  useLayoutEffect(() => {
    const root = document.documentElement
    for (const [name, value] of Object.entries(customProperties(appearance, density)))
      root.style.setProperty(name, value)
    root.style.colorScheme = appearance === 'light' ? 'light' : 'dark'
    root.dataset['appearance'] = appearance
    root.dataset['density'] = density
  }, [appearance, density])

  useLayoutEffect(() => {
    dayjs.locale(language === 'zh-CN' ? 'zh-cn' : 'en')
    document.documentElement.lang = language
  }, [language])

  return (
    <LanguageContext value={language}>
      <AntSettings settings={settings}>
        <App className="k-app">{children}</App>
      </AntSettings>
    </LanguageContext>
  )
}

/** Amounts in another currency for a part of the window: the lines of a bank account that is kept in one. */
export function CurrencyScope(props: { readonly currency: string; readonly children: ReactNode }): ReactNode {
  const { currency, children } = props
  const outer = useUi()
  const settings = useMemo(() => ({ ...outer, currency }), [outer, currency])
  return <SettingsContext value={settings}>{children}</SettingsContext>
}

/** Another appearance for a part of the window: the station inside a desk. */
export function ThemeScope(props: { readonly appearance: Appearance; readonly children: ReactNode }): ReactNode {
  const { appearance, children } = props
  const outer = useUi()
  const settings = useMemo(() => ({ ...outer, appearance }), [outer, appearance])
  const style = useMemo<CSSProperties>(
    () => ({
      ...customProperties(appearance, outer.density),
      colorScheme: appearance === 'light' ? 'light' : 'dark',
    }),
    [appearance, outer.density],
  )
  return (
    <AntSettings settings={settings}>
      <div className="k-scope" style={style}>
        {children}
      </div>
    </AntSettings>
  )
}
