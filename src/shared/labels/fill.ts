/**
 * Fields in a text: `{lot}`, and how they are written: `{price|number:2}`, `{expiryShown|date:DD.MM.YYYY}`,
 * `{itemName|upper|left:12}`, `{ean|group:4}`. A format that does not suit its value leaves it as it is.
 */
import type { LabelValues } from './template'

type Format = (value: string, argument: string) => string

const wholeNumber = (text: string): number | undefined =>
  /^\d{1,3}$/.test(text) ? Number.parseInt(text, 10) : undefined

const formats: Readonly<Record<string, Format>> = {
  upper: (value) => value.toUpperCase(),
  lower: (value) => value.toLowerCase(),
  left: (value, argument) => [...value].slice(0, wholeNumber(argument)).join(''),
  right: (value, argument) => [...value].slice(-(wholeNumber(argument) ?? Infinity)).join(''),
  /** zeros in front, up to so many characters */
  pad: (value, argument) => value.padStart(wholeNumber(argument) ?? 0, '0'),
  /** in groups of so many characters, for eyes */
  group: (value, argument) => {
    const size = wholeNumber(argument) ?? 0
    if (size === 0) return value
    return [...value].map((character, at) => (at > 0 && at % size === 0 ? ` ${character}` : character)).join('')
  },
  number: (value, argument) => numberText(value, wholeNumber(argument) ?? 0),
  date: (value, argument) => {
    const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? []
    if (year === '') return value
    return argument.replaceAll(/YYYY|YY|MM|M|DD|D/g, (part) => {
      const whole = part.startsWith('Y') ? year : part.startsWith('M') ? month : day
      return part === 'YY' ? year.slice(2) : part === 'M' || part === 'D' ? String(Number(whole)) : whole
    })
  },
}

/** With so many decimals, rounded half away from zero; digits only, so nothing is lost on the way. */
function numberText(value: string, decimals: number): string {
  const match = /^(\D*?)(-?)(\d+)(?:\.(\d+))?(\D*)$/.exec(value)
  if (match === null || decimals > 9) return value
  const [, before = '', sign = '', whole = '', part = '', behind = ''] = match
  const kept = part.slice(0, decimals).padEnd(decimals, '0')
  const up = Number(part[decimals] ?? '0') >= 5 ? 1n : 0n
  const digits = (BigInt(whole + kept) + up).toString().padStart(decimals + 1, '0')
  const cut = digits.length - decimals
  return `${before}${sign}${digits.slice(0, cut)}${decimals === 0 ? '' : `.${digits.slice(cut)}`}${behind}`
}

/** A text with its fields filled in; an empty field leaves nothing. */
export function filled(content: string, values: LabelValues): string {
  return content.replaceAll(/\{(\w+)((?:\|[^{}|]+)*)\}/g, (_, name: string, steps: string) =>
    steps
      .split('|')
      .slice(1)
      .reduce((value, step) => {
        const [format = '', ...argument] = step.split(':')
        return value === '' ? '' : (formats[format]?.(value, argument.join(':')) ?? value)
      }, values[name] ?? ''),
  )
}

/** A GS1 code without the elements that have nothing to say. */
export function filledElements(content: string, values: LabelValues): string {
  return filled(content, values).replaceAll(/\(\d{2,4}\)(?=\(|$)/g, '')
}
