import { parseDecimal } from '../values/integers'
import { bankDate, broken } from './amounts'
import { daysOf, joined, type BankFile, type BankFileLine } from './bank-file'

/** SWIFT MT940, with the structured subfields (?20 purpose, ?32 name) that many banks put into :86:. */
export function readMt940(text: string, file: string, decimals: number): BankFile[] {
  const statements: Fields[][] = []
  for (const field of fieldsOf(text)) {
    if (field.tag === '20') statements.push([])
    statements.at(-1)?.push(field)
  }
  if (statements.length === 0) broken(file, ':20:')
  return merged(statements.map((fields) => readStatement(fields, file, decimals)))
}

interface Fields {
  readonly tag: string
  readonly value: string
}

function fieldsOf(text: string): Fields[] {
  const fields: { tag: string; value: string }[] = []
  for (const line of text.replaceAll('\r', '').split('\n')) {
    const found = /^:(\d{2}[A-Z]?):(.*)$/.exec(line)
    if (found !== null) fields.push({ tag: found[1] ?? '', value: found[2] ?? '' })
    else if (!/^(-\}?|\{.*)$/.test(line.trim())) {
      const last = fields.at(-1)
      if (last !== undefined) last.value += `\n${line}`
    }
  }
  return fields
}

function readStatement(fields: readonly Fields[], file: string, decimals: number): BankFile {
  const value = (...tags: string[]): string | undefined => fields.find(({ tag }) => tags.includes(tag))?.value
  const opening = balanceOf(value('60F', '60M'), file, decimals)
  const closing = balanceOf(value('62F', '62M'), file, decimals)
  if (closing === undefined) broken(file, ':62F:')
  const lines: BankFileLine[] = []
  for (const [at, field] of fields.entries()) {
    if (field.tag !== '61') continue
    const next = fields[at + 1]
    lines.push(readLine(field.value, next?.tag === '86' ? next.value : '', file, decimals))
  }
  const days = daysOf(lines)
  return {
    format: 'mt940',
    accountNumber: (value('25') ?? '')
      .replace(/^.*\//, '')
      .replace(/[A-Z]{3}$/, '')
      .trim(),
    currency: closing.currency,
    fromOn: days.fromOn === '' ? closing.on : days.fromOn,
    toOn: closing.on > days.toOn ? closing.on : days.toOn,
    openingMinor: opening?.amountMinor ?? null,
    closingMinor: closing.amountMinor,
    lines,
  }
}

function balanceOf(text: string | undefined, file: string, decimals: number) {
  if (text === undefined) return undefined
  const found = /^([CD])(\d{6})([A-Z]{3})([\d,]+)/.exec(text)
  if (found === null) broken(file, text)
  const [, sign, day = '', currency = '', amount = ''] = found
  const amountMinor = amountOf(amount, file, decimals)
  return { currency, on: dayOf(day, file), amountMinor: sign === 'D' ? 0 - amountMinor : amountMinor }
}

/** `:61:` value date, entry date, C or D (R reversed), amount, type, references. */
function readLine(text: string, purpose: string, file: string, decimals: number): BankFileLine {
  const found = /^(\d{6})(\d{4})?(R?[CD])([A-Z])?([\d,]+)([A-Z][A-Z\d]{3})([^\n]*)(?:\n([\s\S]*))?$/.exec(text)
  if (found === null) broken(file, text)
  const [, valueDay = '', entryDay, sign = '', , amount = '', , references = '', extra = ''] = found
  const amountMinor = amountOf(amount, file, decimals)
  const valueOn = dayOf(valueDay, file)
  const [own = '', bankReference = ''] = references.split('//')
  const sub = subfieldsOf(purpose)
  return {
    bookedOn: entryDay === undefined ? valueOn : nearest(valueOn, entryDay, file),
    amountMinor: sign === 'C' || sign === 'RD' ? amountMinor : 0 - amountMinor,
    counterparty: joined([sub.get('32'), sub.get('33')], 120),
    counterpartyNumber: joined([sub.get('31')], 60),
    text: joined([
      own === 'NONREF' ? '' : own,
      ...[...sub].filter(([key]) => key === '' || /^(2\d|6[0-3])$/.test(key)).map(([, part]) => part),
      extra,
    ]),
    bankReference: bankReference.trim().slice(0, 80),
  }
}

/** `166?00CREDIT?20INVOICE 12?32ACME`: by subfield; what has none under ''. */
function subfieldsOf(text: string): Map<string, string> {
  const flat = text.replaceAll('\n', '')
  if (!/\?\d{2}/.test(flat)) return new Map([['', text.replaceAll('\n', ' ')]])
  return new Map([...flat.matchAll(/\?(\d{2})([^?]*)/g)].map(([, key = '', part = '']) => [key, part]))
}

const dayOf = (text: string, file: string): string => bankDate(`20${text}`) ?? broken(file, text)

/** The entry date has no year: the one that lies nearest to the value date. */
function nearest(valueOn: string, monthAndDay: string, file: string): string {
  const year = Number(valueOn.slice(0, 4))
  const candidates = [year - 1, year, year + 1].flatMap((each) => bankDate(`${each}${monthAndDay}`) ?? [])
  const distance = (day: string): number => Math.abs(Date.parse(day) - Date.parse(valueOn))
  return candidates.toSorted((a, b) => distance(a) - distance(b))[0] ?? broken(file, monthAndDay)
}

function amountOf(text: string, file: string, decimals: number): number {
  return parseDecimal(text.replace(',', '.').replace(/\.$/, ''), decimals) ?? broken(file, text)
}

/** Pages of one account follow each other (60F ... 62M, 60M ... 62F): one statement. */
function merged(pages: readonly BankFile[]): BankFile[] {
  const files: BankFile[] = []
  for (const page of pages) {
    const before = files.at(-1)
    if (
      before === undefined ||
      before.accountNumber !== page.accountNumber ||
      before.closingMinor !== page.openingMinor
    ) {
      files.push(page)
      continue
    }
    files[files.length - 1] = {
      ...before,
      toOn: page.toOn,
      closingMinor: page.closingMinor,
      lines: [...before.lines, ...page.lines],
    }
  }
  return files
}
