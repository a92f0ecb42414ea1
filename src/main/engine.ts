import { RPCHandler } from '@orpc/server/message-port'
import type { SupportedMessagePort } from '@orpc/client/message-port'
import { Refusal } from '../shared/errors'
import { localDate } from '../shared/values/date'
import type { EngineNews, EngineOrder } from '../shared/shell'
import { createDemo, firstDayOf } from './edge/demo'
import { Connection, HeavyReader, tokenInMemory, wireRouter } from './edge/wire'
import { CompanyFile } from './kernel/db'
import { log } from './kernel/log'
import { createCompanyFile, openCompany, type Company } from './rooms'

type EnginePort = SupportedMessagePort & { start(): void }
interface ParentPort {
  on(event: 'message', listener: (message: { data: EngineOrder; ports: EnginePort[] }) => void): void
  postMessage(news: EngineNews): void
}

const parent = (process as unknown as { parentPort: ParentPort }).parentPort
const station = process.env['KONTOR_STATION'] ?? 'desk'
const handler = new RPCHandler(wireRouter())

let opened: { company: Company; heavyReader: HeavyReader } | undefined

async function open(path: string, demoDays: number | null): Promise<void> {
  opened?.company.close()
  await opened?.heavyReader.close()
  opened = undefined
  if (!CompanyFile.exists(path)) {
    if (demoDays === null) createCompanyFile(path)
    else
      await createDemo(path, {
        days: demoDays,
        // Looked at today, so its last day is today's.
        firstDay: firstDayOf(demoDays, localDate(new Date())),
        onDay: (done) => parent.postMessage({ kind: 'progress', done, total: demoDays }),
      })
  }
  opened = {
    company: openCompany(path, { mode: 'write' }),
    heavyReader: new HeavyReader(path, new URL('./reader.js', import.meta.url)),
  }
}

setInterval(() => opened?.company.dispatcher.forgetOld(), 86_400_000).unref()

parent.on('message', ({ data, ports }) => {
  if (data.kind === 'open') {
    open(data.path, data.demoDays).then(
      () => parent.postMessage({ kind: 'ready' }),
      (error: unknown) => {
        log.error({ err: error }, 'the company could not be opened')
        const refusal = error instanceof Refusal ? error : new Refusal('app.unexpected', { reference: 'open' })
        parent.postMessage({ kind: 'failed', refusal: refusal.toData() })
      },
    )
    return
  }
  const [port] = ports
  if (port === undefined || opened === undefined) return
  const { window, token } = data
  const place = tokenInMemory(token ?? undefined, (kept) =>
    parent.postMessage({ kind: 'signedIn', window, token: kept ?? null }),
  )
  const connection = new Connection(opened.company, opened.heavyReader, place, station)
  handler.upgrade(port, { context: { connection } })
  port.start()
})
