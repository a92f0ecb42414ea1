import { addDays } from '../../../shared/values/date'
import { adjustDay, creditDay, writeOffDay, type BadDebtAccounts } from './correcting'
import type { Crew } from './crew'
import { PeopleAndGoods } from './people-and-goods'
import type { RetailDay } from './retail-file'
import type { LineKind, RetailLine } from './retail-line'
import { sellDay } from './selling'
import { Agenda, noteCustomers, settleDay } from './settling'
import { supplyDay } from './supplying'
import { SalesTally } from './tally'
import type { Survey } from './survey'

const SUPPLIER_TERMS_DAYS = 30

/** The year so far: who and what has appeared, what is due when, what the file's lines add up to. */
export class ReplayedYear {
  readonly tally = new SalesTally()
  readonly accounts: BadDebtAccounts
  lines = 0
  readonly #world: PeopleAndGoods
  readonly #receivables = new Agenda()
  readonly #payables = new Agenda()
  #days = 0

  constructor(
    private readonly crew: Crew,
    private readonly warehouseId: number,
    survey: Survey,
  ) {
    this.#world = new PeopleAndGoods(crew.bookkeeper, survey)
    const accounts = crew.bookkeeper.accounting.listAccounts({}).rows
    const codeOf = (role: string): string => accounts.find((account) => account.roles.includes(role))?.code ?? ''
    this.accounts = { badDebt: codeOf('bad-debt'), claim: codeOf('other-receivable') }
  }

  play(day: RetailDay): void {
    const { crew, warehouseId } = this
    const world = this.#world
    crew.begin(day.date)
    this.#days += 1
    const of = (kind: LineKind): RetailLine[] => day.lines.filter((line) => line.kind === kind)
    world.meet(day.lines, this.#days)
    supplyDay(crew, world, warehouseId, day.lines, this.#days)
    for (const supplier of world.suppliers) this.#payables.note(addDays(day.date, SUPPLIER_TERMS_DAYS), supplier)
    const invoiced = sellDay(crew, world, warehouseId, of('sale'))
    const credited = creditDay(crew, world, warehouseId, of('credit'))
    adjustDay(crew, world, warehouseId, of('adjustment'))
    writeOffDay(crew, world, this.accounts, of('bad-debt'))
    noteCustomers(this.#receivables, world, day.date, new Set([...invoiced, ...credited]))
    settleDay(crew, 'receivable', this.#receivables.take(day.date))
    settleDay(crew, 'payable', this.#payables.take(day.date))
    for (const line of day.lines) this.tally.add(line)
    this.lines += day.lines.length
  }
}
