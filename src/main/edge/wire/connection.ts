import { Refusal } from '../../../shared/errors'
import { actorOfToken, guest } from '../../foundation/access'
import type { Actor } from '../../kernel/dispatch'
import type { Company } from '../../rooms'
import type { HeavyReader } from './heavy-reader'

const SIGN_INS = new Set(['access.signIn', 'access.signInByBadge'])

/** Where a connection keeps its session token: a port keeps it itself, HTTP in a cookie. Page code never sees it. */
export interface TokenPlace {
  read(): string | undefined
  keep(token: string): void
  forget(): void
}

/** One client of the engine: who it is, and its calls. */
export class Connection {
  constructor(
    private readonly company: Company,
    private readonly heavyReader: HeavyReader | undefined,
    private readonly token: TokenPlace,
    private readonly station: string,
  ) {}

  actor(): Actor {
    const token = this.token.read()
    const actor = token === undefined ? undefined : actorOfToken(this.company.file.reader, token, new Date())
    return actor ?? guest(this.station)
  }

  async call(name: string, input: unknown): Promise<unknown> {
    const actor = this.actor()
    if (actor.sessionId === null && this.token.read() !== undefined && !SIGN_INS.has(name)) this.token.forget()
    if (this.heavyReader !== undefined && this.company.dispatcher.isHeavy(name)) {
      const answer = await this.heavyReader.call(actor, name, input)
      this.company.dispatcher.recordAnswered(actor, name, input)
      return answer
    }
    const answer = this.company.dispatcher.call(actor, name, input)
    if (SIGN_INS.has(name)) return this.keepToken(answer as { token: string })
    if (name === 'access.signOut') this.token.forget()
    return answer
  }

  /** The kinds of facts of each commit from now on, until the client leaves. */
  async *watch(signal: AbortSignal | undefined): AsyncGenerator<{ kinds: string[] }> {
    if (this.actor().sessionId === null) throw new Refusal('access.signInFirst')
    const waiting = new Set<string>()
    let wake = (): void => {}
    const stop = this.company.dispatcher.subscribe((facts) => {
      for (const fact of facts) waiting.add(fact.kind)
      wake()
    })
    const onAbort = (): void => wake()
    signal?.addEventListener('abort', onAbort)
    try {
      while (signal?.aborted !== true) {
        if (waiting.size === 0) await new Promise<void>((resolve) => (wake = resolve))
        if (waiting.size === 0) continue
        const kinds = [...waiting]
        waiting.clear()
        yield { kinds }
      }
    } finally {
      signal?.removeEventListener('abort', onAbort)
      stop()
    }
  }

  private keepToken(session: { token: string }): unknown {
    this.token.keep(session.token)
    return { ...session, token: '' }
  }
}

/** For a MessagePort: the token lives as long as the port, and longer where somebody keeps it for the next one. */
export function tokenInMemory(first?: string, onChange: (token: string | undefined) => void = () => {}): TokenPlace {
  let kept = first
  const set = (token: string | undefined): void => {
    kept = token
    onChange(token)
  }
  return { read: () => kept, keep: set, forget: () => set(undefined) }
}
