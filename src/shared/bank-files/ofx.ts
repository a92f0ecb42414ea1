import { parseDecimal } from '../values/integers'
import { bankDate, broken } from './amounts'
import { daysOf, joined, type BankFile, type BankFileLine } from './bank-file'

interface Element {
  readonly name: string
  text: string
  readonly children: Element[]
}

/** Open Financial Exchange, both as SGML (1.x: leaves without an end tag) and as XML (2.x). */
export function readOfx(text: string, file: string, decimals: number): BankFile[] {
  const start = text.search(/<OFX>/i)
  if (start < 0) broken(file, '<OFX>')
  const root = parse(text.slice(start), file)
  const statements = [...all(root, 'STMTRS'), ...all(root, 'CCSTMTRS')]
  if (statements.length === 0) broken(file, '<STMTRS>')
  return statements.map((statement) => readStatement(statement, file, decimals))
}

const MOST_DEPTH = 40

/** No entities but the five, no external anything: the text is only ever read. */
function parse(text: string, file: string): Element {
  const root: Element = { name: '', text: '', children: [] }
  const open: Element[] = [root]
  for (const [, closing, name = '', value = ''] of text.matchAll(/<(\/?)([A-Z\d.]+)[^>]*>([^<]*)/gi)) {
    const upper = name.toUpperCase()
    if (closing === '/') {
      // A leaf of SGML has no end tag: ending its parent ends it too.
      const at = open.findLastIndex((element) => element.name === upper)
      if (at > 0) open.length = at
      continue
    }
    const parent = open.at(-1)
    if (parent === undefined || open.length > MOST_DEPTH) broken(file, name)
    const element: Element = { name: upper, text: plain(value), children: [] }
    parent.children.push(element)
    if (element.text === '') open.push(element)
  }
  return root
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const plain = (text: string): string =>
  text.replaceAll(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole).trim()

function all(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)])
}
const first = (element: Element | undefined, name: string): Element | undefined =>
  element === undefined ? undefined : all(element, name)[0]
const textOf = (element: Element | undefined, name: string): string => first(element, name)?.text ?? ''

function readStatement(statement: Element, file: string, decimals: number): BankFile {
  const amount = (text: string): number => parseDecimal(text.replace(',', '.'), decimals) ?? broken(file, text)
  const lines = all(statement, 'STMTTRN').map((each): BankFileLine => {
    const day = textOf(each, 'DTPOSTED')
    return {
      bookedOn: bankDate(day.slice(0, 8)) ?? broken(file, day),
      amountMinor: amount(textOf(each, 'TRNAMT')),
      counterparty: joined([textOf(each, 'NAME')], 120),
      counterpartyNumber: joined([textOf(first(each, 'BANKACCTTO'), 'ACCTID')], 60),
      text: joined([textOf(each, 'MEMO'), textOf(each, 'CHECKNUM'), textOf(each, 'REFNUM')]),
      bankReference: textOf(each, 'FITID').slice(0, 80),
    }
  })
  const balance = first(statement, 'LEDGERBAL')
  const closingMinor = balance === undefined ? null : amount(textOf(balance, 'BALAMT'))
  const days = daysOf(lines)
  const list = first(statement, 'BANKTRANLIST')
  return {
    format: 'ofx',
    accountNumber: textOf(first(statement, 'BANKACCTFROM') ?? first(statement, 'CCACCTFROM'), 'ACCTID'),
    currency: textOf(statement, 'CURDEF'),
    fromOn: bankDate(textOf(list, 'DTSTART').slice(0, 8)) ?? days.fromOn,
    toOn: bankDate(textOf(list, 'DTEND').slice(0, 8)) ?? days.toOn,
    // The format carries one balance, the last: what was before follows from the lines.
    openingMinor:
      closingMinor === null ? null : closingMinor - lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    closingMinor,
    lines,
  }
}
