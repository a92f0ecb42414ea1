import { actorOfUser, commandLineActor } from '../../foundation/access'
import type { settableClock } from '../../kernel/clock'
import type { Company } from '../../rooms'
import { directClient, risingKeys, type Client } from '../direct'

/** Who does what in a replayed day; the clock stands at noon of it. */
export class Crew {
  readonly owner: Client
  readonly bookkeeper: Client
  readonly clerk: Client
  readonly documents: Record<string, number> = {}
  scans = 0
  day = ''

  constructor(
    readonly company: Company,
    private readonly clock: ReturnType<typeof settableClock>,
  ) {
    const nextKey = risingKeys('replay')
    const person = (login: string, station: string): Client =>
      directClient(
        company.dispatcher,
        actorOfUser(company.file.reader, login, station) ?? commandLineActor('replay'),
        nextKey,
      )
    this.owner = person('owner', 'office')
    this.bookkeeper = person('bookkeeper', 'desk')
    this.clerk = person('clerk', 'station-1')
  }

  begin(day: string): void {
    this.day = day
    this.clock.set(`${day}T12:00:00Z`)
  }

  document(kind: string, count = 1): void {
    this.documents[kind] = (this.documents[kind] ?? 0) + count
  }
}
