/**
 * Every profile that the program brings, on every wire that it names, in the real devices process, all at once: opened,
 * read, told garbage, put to sleep, pulled out while it streams, plugged in again, held by another program, forbidden. A
 * new profile is in here by itself.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { profiles } from '../../src/shared/devices/profiles'
import { device, isState, portFolder, startDevices, type DevicesProcess } from '../support/devices'
import { farEndOf, PrintSystem, type Entry, type FarEnd } from '../support/far-ends'

/** USB devices have their own test: they need another process around them. */
const entries: readonly Entry[] = profiles
  .flatMap((profile) =>
    profile.transports.flatMap((transport) => (transport === 'hid' ? [] : [{ profile, transport }])),
  )
  .map((entry, at) => ({ ...entry, id: at + 1 }))
const nameOf = ({ entry }: FarEnd): string => `${entry.profile.id} by ${entry.transport}`
const isCovered = (id: string): boolean => entries.some(({ profile }) => profile.id === id)

type Happening = 'held' | 'forbidden' | 'garbage'
/**
 * What happens to everything is not named here: opened, read, asleep, pulled out while busy, plugged in again. The rest
 * happens on these wires; on the others it can't, for the reason that stands there.
 */
const HAPPENS: Readonly<Record<Happening, Readonly<Record<Entry['transport'], true | string>>>> = {
  held: {
    serial: true,
    tcp: 'whoever has the connection is seen by nobody: a second one is answered or refused like any other',
    file: 'only usblp says so, with the EBUSY of transport.test.ts; the pseudo terminal in its place does not',
    spooler: 'the queue belongs to everybody',
  },
  forbidden: {
    serial: true,
    file: true,
    tcp: 'the network asks nobody for rights',
    spooler: 'the queue says so itself when it refuses a job',
  },
  garbage: { serial: true, tcp: true, file: true, spooler: 'nothing comes back from a queue' },
}
const those = (happening: Happening): FarEnd[] =>
  ends.filter(({ entry }) => HAPPENS[happening][entry.transport] === true)

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

let devices: DevicesProcess
let ends: FarEnd[] = []
const holders: ChildProcess[] = []
let folder: ReturnType<typeof portFolder>
let system: PrintSystem

afterEach(async () => {
  for (const holder of holders.splice(0)) if (holder.pid !== undefined) process.kill(-holder.pid)
  await devices.close()
  await Promise.all(ends.map((end) => end.unplug()))
  folder.remove()
  system.remove()
})

/** Those of which it does not come true in time, by name. */
async function failing(
  of: readonly FarEnd[],
  holds: (end: FarEnd) => boolean,
  milliseconds: number,
): Promise<string[]> {
  const until = Date.now() + milliseconds
  let left = of.filter((end) => !holds(end))
  while (left.length > 0 && Date.now() < until) {
    await wait(20)
    left = left.filter((end) => !holds(end))
  }
  return left.map(nameOf)
}

const isNow =
  (link: string, code?: string, after = 0) =>
  ({ entry }: FarEnd): boolean =>
    devices.events.slice(after).some(isState(entry.id, link, code))

/** One more thing at each of them arrives. */
async function eachArrives(of: readonly FarEnd[]): Promise<string[]> {
  const numbers = new Map(of.map((end) => [end, end.happen()]))
  return failing(of, (end) => end.hasArrived(numbers.get(end) ?? 0), 12_000)
}

async function startAll(): Promise<void> {
  folder = portFolder()
  system = new PrintSystem()
  devices = await startDevices({ env: { ...process.env, PATH: `${system.folder}:${process.env['PATH']}` } })
  ends = entries.map((entry) => farEndOf(entry, folder, () => devices, system))
  await Promise.all(ends.map((end) => end.plugIn()))
}

const bind = (of: readonly FarEnd[], where = devices): Promise<unknown> =>
  where.client.use({ devices: of.map(({ entry, address }) => device(entry.id, entry.profile.id, address)) })

async function heldAndForbidden(): Promise<void> {
  const serial = those('held')
  for (const end of serial) {
    const path = end.address.transport === 'serial' ? end.address.path : ''
    holders.push(spawn('flock', ['-x', path, 'sleep', '60'], { stdio: 'ignore', detached: true }))
  }
  await wait(400)
  await bind(ends)
  expect(await failing(serial, isNow('away', 'devices.portBusy'), 8000), 'a port that is held').toEqual([])
  for (const holder of holders.splice(0)) if (holder.pid !== undefined) process.kill(-holder.pid)
  expect(await failing(ends, isNow('ready'), 20_000), 'ready').toEqual([])
  if (process.getuid?.() !== 0) return
  const files = those('forbidden')
  for (const { address } of files) if ('path' in address) chmodSync(address.path, 0o600)
  chmodSync(folder.path('.'), 0o755)
  const other = await startDevices({ uid: 65_534, gid: 65_534 })
  await bind(files, other)
  const isForbidden = ({ entry }: FarEnd): boolean =>
    other.events.some(isState(entry.id, 'away', 'devices.noPermission'))
  expect(await failing(files, isForbidden, 8000), 'without permission').toEqual([])
  await other.close()
}

/** Pulled out one and all while each of them is busy. */
async function pulledWhileStreaming(): Promise<void> {
  const seen = devices.events.length
  const before = new Map<FarEnd, number>()
  const stream = setInterval(() => {
    for (const end of ends.filter(({ entry }) => entry.profile.role !== 'scale')) end.happen()
  }, 120)
  for (const end of ends) before.set(end, end.happen())
  expect(await failing(ends, (end) => end.hasArrived(before.get(end) ?? 0), 12_000), 'before the plug').toEqual([])
  const slow = (
    await Promise.all(
      ends.map(async (end) => {
        await end.unplug()
        const pulled = Date.now()
        await failing([end], isNow('away', undefined, seen), 6000)
        const took = Date.now() - pulled
        // A print queue learns of it with its next job.
        return took < (end.entry.transport === 'spooler' ? 5000 : 1000) ? [] : [`${nameOf(end)} ${took} ms`]
      }),
    )
  ).flat()
  clearInterval(stream)
  expect(slow, 'told within a second').toEqual([])
  const used = devices.processorSeconds()
  await wait(1000)
  expect(devices.processorSeconds() - used, 'seconds of processor in one second').toBeLessThan(0.4)
}

test('every profile lives through all that happens to devices', { retry: 1, timeout: 120_000 }, async () => {
  expect(profiles.filter(({ id, transports }) => !isCovered(id) && !transports.includes('hid'))).toEqual([])
  await startAll()
  await heldAndForbidden()
  expect(await eachArrives(ends), 'read').toEqual([])

  for (const end of those('garbage')) end.garbage()
  expect(await eachArrives(ends), 'read after garbage').toEqual([])

  const scanners = ends.filter(({ entry }) => entry.profile.role === 'scanner')
  const asleep = devices.events.length
  devices.process.kill('SIGSTOP')
  const scanned = new Map(scanners.map((end) => [end, end.happen()]))
  await wait(9000)
  devices.process.kill('SIGCONT')
  expect(await failing(scanners, (end) => end.hasArrived(scanned.get(end) ?? 0), 5000), 'while asleep').toEqual([])
  expect(
    devices.events.slice(asleep).some(({ kind }) => kind === 'changed'),
    'noticed that it slept',
  ).toBe(true)
  expect(await eachArrives(ends), 'read after sleep').toEqual([])

  await pulledWhileStreaming()
  const seen = devices.events.length
  await Promise.all(ends.map((end) => end.plugIn()))
  expect(await failing(ends, isNow('ready', undefined, seen), 20_000), 'plugged in again').toEqual([])
  expect(await eachArrives(ends), 'read again').toEqual([])
  expect(ends.flatMap((end) => end.wrongs().map((wrong) => `${nameOf(end)}: ${wrong}`))).toEqual([])
})
