import { actorOfUser, commandLineActor } from '../../foundation/access'
import { companyProfile } from '../../foundation/company'
import type { settableClock } from '../../kernel/clock'
import type { Company } from '../../rooms'
import { Refusal } from '../../../shared/errors'
import { directClient, type Client } from '../direct'
import type { DemoLanguage } from './catalogue'
import { demoWords } from './words'

/** How far the clock of a played day moves with each command: about the pace of a hand with a scanner. */
const STEP_MILLISECONDS = 4_000

export type DemoClock = ReturnType<typeof settableClock>

/** The people of the demonstration company at their work, one day after the other. */
export class Crew {
  readonly owner: Client
  readonly bookkeeper: Client
  readonly clerk: Client
  readonly words: (typeof demoWords)[DemoLanguage]
  readonly documents: Record<string, number> = {}
  scans = 0
  #day = ''
  #commands = 0
  #instant = 0

  constructor(
    readonly company: Company,
    private readonly clock: DemoClock,
  ) {
    this.words = demoWords[companyProfile(company.file.reader).pack === 'cn-sbe' ? 'zh' : 'en']
    this.owner = this.person('owner', 'office')
    this.bookkeeper = this.person('bookkeeper', 'desk')
    this.clerk = this.person('clerk', 'station-1')
  }

  get day(): string {
    return this.#day
  }

  /** From now on it is the morning of this day, in most zones of the world. */
  begin(day: string): void {
    this.#day = day
    this.#commands = 0
    this.#instant = Date.parse(`${day}T08:00:00Z`)
    this.clock.set(new Date(this.#instant).toISOString())
  }

  document(kind: string): void {
    this.documents[kind] = (this.documents[kind] ?? 0) + 1
  }

  private person(login: string, station: string): Client {
    const actor = actorOfUser(this.company.file.reader, login, station)
    return directClient(this.company.dispatcher, actor ?? commandLineActor(), () => this.nextKey())
  }

  private nextKey(): string {
    this.#commands += 1
    this.#instant += STEP_MILLISECONDS
    this.clock.set(new Date(this.#instant).toISOString())
    return `demo-${this.#day}-${String(this.#commands).padStart(5, '0')}`
  }
}

/** What `work` gives, or undefined where the business rightly says no (credit, stock): a day goes on. */
export function unlessRefused<T>(work: () => T, ...codes: readonly string[]): T | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refusal && codes.includes(error.code)) return undefined
    throw error
  }
}
