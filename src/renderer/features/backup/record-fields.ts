import { resources } from '../../../shared/i18n'
import { formatMoney, formatPrice, formatQuantity, type Language } from '../../../shared/values/format'
import { formatDate } from '../../../shared/values/format-date'

type Plain = Readonly<Record<string, unknown>>
export type FieldName = keyof typeof resources.en.translation.backup.lookUp.fields

const KNOWN = Object.keys(resources.en.translation.backup.lookUp.fields) as readonly FieldName[]
const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value of a record as people read it; what kind it is stands in its name. */
function textOf(name: string, value: unknown, language: Language, currency: string): string {
  if (value === null || value === undefined || value === '') return ''
  if (isPlain(value)) return [value['code'], value['name']].filter((part) => typeof part === 'string').join(' ')
  if (typeof value === 'boolean') return value ? '✓' : '–'
  if (typeof value === 'number') {
    if (name.endsWith('Minor')) return formatMoney(value, language, { currency })
    if (/price\w*micro$/i.test(name)) return formatPrice(value, { currency })
    if (name.endsWith('Micro')) return formatQuantity(value)
  }
  const text = String(value)
  return /^\d{4}-\d\d-\d\d$/.test(text) ? formatDate(text, language) : text
}

export interface ShownField {
  readonly name: FieldName
  readonly text: string
}

/** The fields that people know, in one order; the others are the program's own. */
export function fieldsOf(record: unknown, language: Language, currency: string): ShownField[] {
  if (!isPlain(record)) return []
  const own = typeof record['currency'] === 'string' ? record['currency'] : currency
  return KNOWN.flatMap((name) => {
    const value = record[name]
    return Array.isArray(value) || value === undefined ? [] : [{ name, text: textOf(name, value, language, own) }]
  })
}

/** Lines of a document, each with the fields that people know. */
export function linesOf(record: unknown, language: Language, currency: string): ShownField[][] {
  const lines = isPlain(record) ? record['lines'] : undefined
  return Array.isArray(lines) ? lines.map((line: unknown) => fieldsOf(line, language, currency)) : []
}
