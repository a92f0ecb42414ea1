/**
 * All texts of the program, in English and Chinese.
 *
 * A room's texts are in `en/<room>.ts` and `zh-CN/<room>.ts`; its refusals in `en/refusals/<room>.ts` and
 * `zh-CN/refusals/<room>.ts`. To add a room, write the four files and register them, one line each, in `en/index.ts`
 * and `zh-CN/index.ts`. Keys are used as `t('sales.order.title')`, refusals as `t('refusals.sales.creditExceeded')`.
 */
import type { i18n as Translations, InitOptions } from 'i18next'
import { formatDate, formatDateTime } from '../values/format-date'
import { formatCount, formatMoney, formatPercent, formatPrice, formatQuantity, type Language } from '../values/format'
import { en } from './en'
import { zhCN } from './zh-CN'

export const languages: readonly Language[] = ['zh-CN', 'en']

export const resources = { en: { translation: en }, 'zh-CN': { translation: zhCN } } as const

/** The language that fits a list of a person's preferences (`navigator.languages`, `LANG`). */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    if (/^zh/i.test(tag)) return 'zh-CN'
    if (/^en/i.test(tag)) return 'en'
  }
  return 'en'
}

export function translationOptions(language: Language): InitOptions {
  return {
    lng: language,
    fallbackLng: 'en',
    supportedLngs: [...languages],
    resources,
    // Values are put into React text and terminals, which need no escaping for HTML.
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
  }
}

const asLanguage = (language: string | undefined): Language => (language === 'zh-CN' ? 'zh-CN' : 'en')

/**
 * Teaches i18next how this program writes its integers, so that a refusal may carry raw values:
 * `{{missingMicro, quantity}}`, `{{amountMinor, money}}` (the parameter `currency` beside it decides the decimals),
 * `{{priceMicro, price}}`, `{{rateMicro, percent}}`, `{{count, count}}`, `{{date, date}}`, `{{at, dateTime}}`.
 */
export function addFormats(translations: Translations): void {
  const formatter = translations.services.formatter
  if (formatter === undefined) return
  const whole = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value)
  const add = (
    name: string,
    write: (value: number, language: Language, currency: string | undefined) => string,
  ): void =>
    formatter.add(name, (value: unknown, language, options: Record<string, unknown>) => {
      if (!whole(value)) return String(value)
      const currency = options['currency']
      return write(value, asLanguage(language), typeof currency === 'string' ? currency : undefined)
    })
  add('quantity', (value) => formatQuantity(value))
  add('money', (value, language, currency) => formatMoney(value, language, currency === undefined ? {} : { currency }))
  add('price', (value, _language, currency) => formatPrice(value, currency === undefined ? {} : { currency }))
  add('percent', (value) => formatPercent(value))
  add('count', (value) => formatCount(value))
  add('dateTime', (value, language) => formatDateTime(value, language))
  formatter.add('date', (value: unknown, language) => formatDate(String(value), asLanguage(language)))
}
