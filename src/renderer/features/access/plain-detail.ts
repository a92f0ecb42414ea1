import type { TFunction } from 'i18next'

const MOST_FIELDS = 8

/** What was given, as `name: value` and without braces; who allowed it stands first. */
export function plainDetail(detail: string, facts: string, t: TFunction): string {
  const allowed = facts
    .split('\n')
    .map(fieldsOf)
    .find(({ kind }) => kind === 'access.allowed')
  const given = Object.entries(fieldsOf(detail))
    .filter(([, value]) => value !== null && value !== '' && value !== false)
    .slice(0, MOST_FIELDS)
    .map(([name, value]) => `${name}: ${shown(value, t)}`)
  return [...(allowed === undefined ? [] : [t('access.allowedBy', { name: String(allowed['name']) })]), ...given].join(
    ' · ',
  )
}

function shown(value: unknown, t: TFunction): string {
  if (Array.isArray(value)) return t('access.lines', { count: value.length })
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function fieldsOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(text)
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
