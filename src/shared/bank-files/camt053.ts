import { XMLParser } from 'fast-xml-parser'
import { parseDecimal } from '../values/integers'
import { bankDate, broken } from './amounts'
import { daysOf, joined, type BankFile, type BankFileLine } from './bank-file'

type Node = Readonly<Record<string, unknown>>

/** Every element is an array, so that one and many are read alike. Entities stay as they are: nothing expands. */
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  htmlEntities: false,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
})

/** ISO 20022 camt.053 (bank to customer statement), any version. */
export function readCamt053(text: string, file: string, decimals: number): BankFile[] {
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) broken(file, '<!DOCTYPE>')
  let document: Node
  try {
    document = parser.parse(text, true) as Node
  } catch {
    return broken(file, 'XML')
  }
  const statements = at(document, 'Document', 'BkToCstmrStmt', 'Stmt')
  if (statements.length === 0) broken(file, 'BkToCstmrStmt')
  return statements.map((statement) => readStatement(statement, file, decimals))
}

/** All elements under a path. */
function at(node: Node | undefined, ...path: readonly string[]): Node[] {
  let found: Node[] = node === undefined ? [] : [node]
  for (const name of path) {
    found = found.flatMap((each) => (Array.isArray(each[name]) ? (each[name] as unknown[]) : [])).map(asNode)
  }
  return found
}

const asNode = (value: unknown): Node =>
  typeof value === 'object' && value !== null ? (value as Node) : { '#text': value }

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function textAt(node: Node | undefined, ...path: readonly string[]): string {
  const text = at(node, ...path)[0]?.['#text']
  const written = Array.isArray(text) ? String(text[0] ?? '') : String(text ?? '')
  return written.replaceAll(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
}

function readStatement(statement: Node, file: string, decimals: number): BankFile {
  const balance = (...codes: string[]): number | null => {
    const found = at(statement, 'Bal').find((each) => codes.includes(textAt(each, 'Tp', 'CdOrPrtry', 'Cd')))
    return found === undefined ? null : signed(found, file, decimals)
  }
  const lines = at(statement, 'Ntry')
    .filter((entry) => !/^(PDNG|INFO)$/.test(textAt(entry, 'Sts', 'Cd') || textAt(entry, 'Sts')))
    .map((entry) => readEntry(entry, file, decimals))
  const days = daysOf(lines)
  const balanceDay = bankDate(textAt(at(statement, 'Bal').at(-1), 'Dt', 'Dt')) ?? ''
  const closingMinor = balance('CLBD', 'CLAV')
  if (closingMinor === null) broken(file, 'CLBD')
  return {
    format: 'camt053',
    accountNumber: textAt(statement, 'Acct', 'Id', 'IBAN') || textAt(statement, 'Acct', 'Id', 'Othr', 'Id'),
    currency: textAt(statement, 'Acct', 'Ccy') || attribute(at(statement, 'Bal', 'Amt')[0], 'Ccy'),
    fromOn: bankDate(textAt(statement, 'FrToDt', 'FrDtTm')) ?? (days.fromOn || balanceDay),
    toOn: bankDate(textAt(statement, 'FrToDt', 'ToDtTm')) ?? (days.toOn || balanceDay),
    openingMinor: balance('OPBD', 'PRCD'),
    closingMinor,
    lines,
  }
}

const attribute = (node: Node | undefined, name: string): string => String(node?.[`@${name}`] ?? '')

function signed(node: Node, file: string, decimals: number): number {
  const text = textAt(node, 'Amt')
  const amount = parseDecimal(text, decimals)
  if (amount === undefined) broken(file, `Amt ${text}`)
  return textAt(node, 'CdtDbtInd') === 'DBIT' && amount !== 0 ? 0 - amount : amount
}

function readEntry(entry: Node, file: string, decimals: number): BankFileLine {
  const amountMinor = signed(entry, file, decimals)
  const day = textAt(entry, 'BookgDt', 'Dt') || textAt(entry, 'BookgDt', 'DtTm')
  const details = at(entry, 'NtryDtls', 'TxDtls')
  const party = amountMinor < 0 ? 'Cdtr' : 'Dbtr'
  const [only] = details
  const name = textAt(only, 'RltdPties', party, 'Nm') || textAt(only, 'RltdPties', party, 'Pty', 'Nm')
  const account =
    textAt(only, 'RltdPties', `${party}Acct`, 'Id', 'IBAN') ||
    textAt(only, 'RltdPties', `${party}Acct`, 'Id', 'Othr', 'Id')
  const endToEnd = textAt(only, 'Refs', 'EndToEndId')
  return {
    bookedOn: bankDate(day) ?? broken(file, `BookgDt ${day}`),
    amountMinor,
    // A collective booking has many parties: naming the first would mislead.
    counterparty: details.length > 1 ? '' : joined([name], 120),
    counterpartyNumber: details.length > 1 ? '' : joined([account], 60),
    text: joined([
      ...details.flatMap((detail) => at(detail, 'RmtInf', 'Ustrd').map((each) => textAt({ x: [each] }, 'x'))),
      ...details.map((detail) => textAt(detail, 'RmtInf', 'Strd', 'CdtrRefInf', 'Ref')),
      endToEnd === 'NOTPROVIDED' ? '' : endToEnd,
      textAt(entry, 'AddtlNtryInf'),
    ]),
    bankReference: (textAt(entry, 'AcctSvcrRef') || textAt(entry, 'NtryRef')).slice(0, 80),
  }
}
