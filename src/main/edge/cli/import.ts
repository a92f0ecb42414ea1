import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { Argument, InvalidArgumentError, type Command } from 'commander'
import type { z } from 'zod'
import type { contract } from '../../../shared/contracts'
import { readTable } from '../../../shared/tables'
import { decimalText } from '../../../shared/values/integers'
import { currencyDecimals } from '../../../shared/values/money'
import { textTable } from '../../../shared/values/text-table'
import { commandLineActor } from '../../foundation/access'
import { companyProfile } from '../../foundation/company'
import { openCompany, type Company } from '../../rooms'
import type { Terminal } from './terminal'

type Opening = typeof contract.opening
type Answer<Name extends keyof Opening> = z.output<NonNullable<Opening[Name]['~orpc']['outputSchema']>>

/** The options, and the parts of the assistant that they name a file for. */
const PARTS = { trialBalance: 'trial-balance', openItems: 'open-items', stock: 'stock', assets: 'assets' } as const
type Option = keyof typeof PARTS
const OPTIONS = Object.keys(PARTS) as Option[]

interface Options extends Partial<Record<Option, string>> {
  readonly map?: readonly (readonly [string, string])[]
  readonly post?: true
  readonly takeBack?: string
}

/**
 * The opening assistant without a window: keeps the tables that are named, says what stands in the way, and posts or takes
 * back where that is asked for. What was chosen stays in the company, so that one table can be mended after the other.
 */
export function addImportCommand(program: Command, terminal: Terminal): Command {
  const { t } = terminal
  const command = program
    .command('import')
    .description(t('cli.import.help'))
    .argument('<company>', t('cli.argument.company'))
    .addArgument(new Argument('<what>', t('cli.import.what')).choices(['opening']))
  for (const part of Object.values(PARTS)) {
    command.option(`--${part} <file>`, t('cli.import.table', { part: t(`opening.parts.${part}`) }))
  }
  return command
    .option('--map <old=account>', t('cli.import.map'), accountPair)
    .option('--post', t('cli.import.post'))
    .option('--take-back <reason>', t('cli.import.takeBack'))
    .action((path: string, _what: string, options: Options) => importOpening(path, options, terminal))
}

/** `1002.01=100201`: an account of the old books, and where it goes. */
function accountPair(text: string, before: Options['map'] = []): Options['map'] {
  const [from = '', to = '', ...more] = text.split('=').map((part) => part.trim())
  if (from === '' || to === '' || more.length > 0) throw new InvalidArgumentError('1002.01=100201')
  return [...before, [from, to]]
}

async function importOpening(path: string, options: Options, terminal: Terminal): Promise<void> {
  const { t } = terminal
  // Read before the company is opened: a file that is none leaves everything as it was.
  const tables = await Promise.all(
    OPTIONS.flatMap((option) => {
      const file = options[option]
      return file === undefined ? [] : [tableOf(PARTS[option], file)]
    }),
  )
  const company = openCompany(resolve(path), { mode: 'write' })
  try {
    const order = orderer(company)
    if (options.takeBack !== undefined) {
      const { rows } = order<Answer<'listOpenings'>>('listOpenings', {})
      // An opening that there is none of is refused with its own reason.
      const last = rows.find(({ state }) => state === 'posted')
      const done = order<Answer<'undo'>>('undo', { id: last?.id ?? rows[0]?.id ?? 1, reason: options.takeBack })
      terminal.answer(done, () => t('cli.import.takenBack', { number: done.number ?? '' }))
      return
    }
    for (const table of tables) order('putTable', table)
    for (const [code, accountCode] of options.map ?? []) order('mapAccount', { code, accountCode })
    const check = order<Answer<'check'>>('check', {})
    const money = moneyOf(company)
    // Where no cell of a table is wrong, posting itself says what stands in the way.
    if (options.post === true && check.errorCount === 0) {
      const posted = order<Answer<'post'>>('post', {})
      terminal.answer({ ...told(check, money), posted }, () => t('opening.posted', { number: posted.number ?? '' }))
      return
    }
    if (!check.isReady) process.exitCode = 1
    terminal.answer(told(check, money), () => checkText(check, money, terminal))
  } finally {
    company.close()
  }
}

async function tableOf(part: string, file: string) {
  const fileName = basename(file)
  return { part, fileName, rows: await readTable(new Uint8Array(await readFile(file)), fileName) }
}

/** Asks and tells the assistant as whoever holds the file. */
function orderer(company: Company) {
  const actor = commandLineActor('command line')
  const isQuery = (name: keyof Opening): boolean => name === 'check' || name === 'listOpenings'
  return <Told>(name: keyof Opening, input: object): Told => {
    const asked = isQuery(name) ? input : { ...input, idempotencyKey: randomUUID() }
    return company.dispatcher.call(actor, `opening.${name}`, asked) as Told
  }
}

function moneyOf(company: Company): (minor: number) => string {
  const decimals = currencyDecimals(companyProfile(company.file.reader).currency)
  return (minor) => decimalText(minor, decimals)
}

/** The check with its amounts as decimal text, as every report has them. */
function told({ accounts, parity, ...check }: Answer<'check'>, money: (minor: number) => string) {
  return {
    ...check,
    accounts: accounts.map(({ debitMinor, creditMinor, ...account }) => ({
      ...account,
      debit: money(debitMinor),
      credit: money(creditMinor),
    })),
    parity: parity.map(({ balanceMinor, listedMinor, ...row }) => ({
      ...row,
      balance: money(balanceMinor),
      listed: money(listedMinor),
    })),
  }
}

function checkText(check: Answer<'check'>, money: (minor: number) => string, { t }: Terminal): string {
  if (check.tables.length === 0) return t('refusals.opening.noBalances')
  const tables = textTable(
    [{ title: t('opening.part') }, { title: t('opening.file') }, { title: t('opening.rows'), right: true }],
    check.tables.map(({ part, fileName, rows }) => [t(`opening.parts.${part}`), fileName, String(rows)]),
  )
  const parity = textTable(
    [
      { title: t('opening.parity') },
      { title: t('opening.inBalance'), right: true },
      { title: t('opening.inList'), right: true },
    ],
    check.parity.map(({ key, balanceMinor, listedMinor }) => [
      t(`opening.parityRows.${key}` as 'opening.parityRows.balanced'),
      money(balanceMinor),
      money(listedMinor),
    ]),
  )
  const errors = check.errors.map(({ part, row, column, code, value }) => {
    const place = [
      t(`opening.parts.${part}`),
      row === 0 ? '' : `${t('opening.row')} ${row}`,
      columnName(t, part, column),
    ]
    const problem = t(`opening.problems.${code}` as 'opening.problems.missing', { value })
    return `✗ ${place.filter((text) => text !== '').join(', ')}: ${value === '' ? '' : `${value}: `}${problem}`
  })
  const family =
    check.family === null
      ? t('opening.familyUnknown')
      : t('opening.family', { family: t(`opening.families.${check.family}`) })
  return [family, tables, parity, errors.join('\n'), endOf(check, t)].filter((text) => text !== '').join('\n\n')
}

function endOf({ isReady, errorCount, posted, isFirstMonthClosed }: Answer<'check'>, t: Terminal['t']): string {
  if (isReady) return t('cli.import.ready')
  if (errorCount > 0) return t('opening.errorsCount', { count: errorCount })
  if (posted !== null) return t('opening.posted', { number: posted.number })
  return isFirstMonthClosed ? t('opening.closedHint') : t('opening.parityHint')
}

const columnName = (t: Terminal['t'], part: string, column: string): string =>
  column === '' ? '' : t(`opening.columns.${part}.${column}` as 'opening.columns.stock.bin')
