import { createORPCClient } from '@orpc/client'
import { RPCLink, type SupportedMessagePort } from '@orpc/client/message-port'
import { RPCHandler } from '@orpc/server/message-port'
import { Refusal } from '../shared/errors'
import { localDate } from '../shared/values/date'
import type { EngineNews, EngineOrder } from '../shared/shell'
import { createDemo, firstDayOf } from './edge/demo'
import { FullCheck, startSchedule } from './edge/schedule'
import { StationAgent, type DevicesClient } from './edge/station'
import { Connection, HeavyReader, tokenInMemory, wireRouter } from './edge/wire'
import { actorOfToken, guest } from './foundation/access'
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
const READER = new URL('./reader.js', import.meta.url)
const handler = new RPCHandler(wireRouter())

let opened: { company: Company; heavyReader: HeavyReader; fullCheck: FullCheck; stopSchedule: () => void } | undefined

let devices: DevicesClient | undefined
let agent: StationAgent | undefined

/** Whenever the company or the devices process is another one. */
function joinDevices(): void {
  agent?.stop()
  agent = opened === undefined || devices === undefined ? undefined : new StationAgent(opened.company, devices, station)
}

async function close(): Promise<void> {
  const closing = opened
  agent?.stop()
  agent = undefined
  opened = undefined
  closing?.stopSchedule()
  await closing?.fullCheck.stop()
  closing?.company.close()
  await closing?.heavyReader.close()
}

/** Nothing more is written to a file that is found damaged: whoever sits here is offered the newest good snapshot. */
async function leaveDamaged(path: string): Promise<void> {
  await close()
  parent.postMessage({ kind: 'failed', refusal: new Refusal('company.fileDamaged', { file: path }).toData() })
}

/** A call of the shell, as the person at a window. */
async function answer(token: string | null, name: string, input: unknown): Promise<unknown> {
  if (opened === undefined) throw new Refusal('app.engineAway')
  const { company, heavyReader } = opened
  const actor = token === null ? undefined : actorOfToken(company.file.reader, token, new Date())
  if (!company.dispatcher.isHeavy(name)) return company.dispatcher.call(actor ?? guest(station), name, input)
  const found = await heavyReader.call(actor ?? guest(station), name, input)
  company.dispatcher.recordAnswered(actor ?? guest(station), name, input)
  return found
}

const asRefusal = (error: unknown): Refusal =>
  error instanceof Refusal ? error : new Refusal('app.unexpected', { reference: 'engine' })

async function open(path: string, demoDays: number | null): Promise<void> {
  await close()
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
  const company = openCompany(path, { mode: 'write' })
  opened = {
    company,
    stopSchedule: startSchedule(company),
    heavyReader: new HeavyReader(path, READER),
    fullCheck: new FullCheck(company, { script: READER, onDamaged: () => void leaveDamaged(path) }),
  }
  joinDevices()
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
  if (data.kind === 'close') {
    void close().then(() => parent.postMessage({ kind: 'reply', id: data.id }))
    return
  }
  if (data.kind === 'call') {
    const { id, token, name, input } = data
    answer(token, name, input).then(
      (found) => parent.postMessage({ kind: 'reply', id, answer: found }),
      (error: unknown) => parent.postMessage({ kind: 'reply', id, refusal: asRefusal(error).toData() }),
    )
    return
  }
  const [port] = ports
  if (port === undefined) return
  if (data.kind === 'devices') {
    devices = createORPCClient(new RPCLink({ port }))
    port.start()
    joinDevices()
    return
  }
  if (opened === undefined) return
  const { window, token } = data
  const place = tokenInMemory(token ?? undefined, (kept) =>
    parent.postMessage({ kind: 'signedIn', window, token: kept ?? null }),
  )
  const connection = new Connection(opened.company, opened.heavyReader, place, station)
  handler.upgrade(port, { context: { connection } })
  port.start()
})
