import type { KeeperNews, KeeperOrder, Salvaged } from '../shared/backups'
import { Refusal } from '../shared/errors'
import type { Right } from '../shared/contracts/procedure'
import { bringBack, find, Keeper, lookAt, LookUp, openOrMake } from './edge/backup'
import { exportEverything, salvageCompany } from './edge/damage'
import { log } from './kernel/log'

// A process of its own: reading, sealing and sending never delay a scan, and a crash here touches nothing.

interface ParentPort {
  on(event: 'message', listener: (message: { data: KeeperOrder }) => void): void
  postMessage(news: KeeperNews): void
}

const parent = (process as unknown as { parentPort: ParentPort }).parentPort
const TICK_MILLISECONDS = 30_000
let keeper: Keeper | undefined
const lookUp = new LookUp((id, name, to) => kept().fetch(id, name, to))

const calls: Record<string, (input: never) => Promise<unknown>> = {
  look: lookAt,
  openOrMake: ({ passphrase, ...place }: Parameters<typeof lookAt>[0] & { passphrase: string }) =>
    openOrMake(place, passphrase),
  find,
  bringBack: ({ to, ...opening }: Parameters<typeof bringBack>[0] & { to: string }) =>
    bringBack(opening, to, (done, total) => parent.postMessage({ kind: 'progress', done, total })),
  now: ({ id }: { id: string }) => kept().backUp(id),
  prove: ({ id, recoveryKey }: { id: string; recoveryKey?: string }) => kept().prove(id, recoveryKey),
  snapshotsOf: ({ id }: { id: string }) => kept().snapshotsOf(id),
  lookUp: async ({ id, name, text, rights }: { id: string; name: string; text: string; rights: readonly Right[] }) => ({
    hits: await lookUp.find(id, name, text, rights),
  }),
  readOld: async ({ id, name, kind, record, rights }: ReadOld) => ({
    record: await lookUp.read(id, name, kind, record, rights),
  }),
  endLookUp: async () => {
    lookUp.end()
    return null
  },
  leave: ({ companyPath, folder }: { companyPath: string; folder: string }) => exportEverything(companyPath, folder),
  salvage: async ({ from, to }: { from: string; to: string }) => salvaged(from, to),
  restoreBeside: ({ id, name }: { id: string; name: string }) => kept().restoreBeside(id, name),
}

interface ReadOld {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly record: number
  readonly rights: readonly Right[]
}

function salvaged(from: string, to: string): Salvaged {
  const { rows, lost, broken } = salvageCompany(from, to)
  const counted = lost.map((entry) => ({
    table: entry.table,
    rows: entry.isGone ? -1 : entry.lost.reduce((sum, range) => sum + range.to - range.from + 1, 0),
  }))
  return { rows, lost: counted, broken }
}

function kept(): Keeper {
  if (keeper === undefined) throw new Refusal('backup.targetUnknown')
  return keeper
}

setInterval(() => void keeper?.tick(), TICK_MILLISECONDS)

parent.on('message', ({ data }) => {
  if (data.kind === 'keep') {
    const { targets, ...options } = data
    keeper = new Keeper({ ...options, onState: (states) => parent.postMessage({ kind: 'state', states }) })
    keeper.setTargets(targets)
    return
  }
  if (data.kind === 'targets') {
    keeper?.setTargets(data.targets)
    return
  }
  const { id, verb, input } = data
  const call = calls[verb]
  if (call === undefined) return
  call(input as never).then(
    (answer) => parent.postMessage({ kind: 'reply', id, answer }),
    (error: unknown) => {
      if (!(error instanceof Refusal)) log.error({ err: error, verb }, 'the backup process failed')
      const refusal = error instanceof Refusal ? error : new Refusal('app.unexpected', { reference: 'backup' })
      parent.postMessage({ kind: 'reply', id, refusal: refusal.toData() })
    },
  )
})
