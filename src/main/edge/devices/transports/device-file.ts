import { constants, existsSync } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { Refusal } from '../../../../shared/errors'
import { troubleOf, type OpenWire, type Wire, type WireEvents } from './transport'

const READ_BYTES = 4096
const AGAIN_MS = 50
const WATCH_MS = 400
/** Never waits inside the system: a silent printer would hold a thread that the other devices need. */
const { O_RDWR, O_NONBLOCK, O_NOCTTY } = constants

/** A printer as a device file of the system (`/dev/usb/lp0`): what is written goes out, what it answers is read. */
export async function openDeviceFile({ address }: OpenWire, events: WireEvents): Promise<Wire> {
  if (address.transport !== 'file') throw new Error('not a device file')
  const { path } = address
  const file = await open(path, O_RDWR | O_NONBLOCK | O_NOCTTY).catch((error: unknown) => {
    throw troubleOf(error, path)
  })
  await drained(file)
  let isOver = false
  const end = (): void => {
    if (isOver) return
    isOver = true
    clearInterval(watch)
    void file.close().catch(() => undefined)
    events.onGone()
  }
  // Nothing to read may mean a silent printer, or none any more.
  const watch = setInterval(() => {
    if (!existsSync(path)) end()
  }, WATCH_MS)
  void (async () => {
    const buffer = Buffer.alloc(READ_BYTES)
    while (!isOver) {
      const { bytesRead } = await file.read(buffer, 0, READ_BYTES, null).catch(nothingNow('bytesRead'))
      if (bytesRead === 0) await aLittle()
      else if (!isOver) events.onData(Uint8Array.from(buffer.subarray(0, bytesRead)))
    }
  })().catch(end)
  return {
    async write(bytes) {
      if (isOver) throw new Refusal('devices.unplugged', { where: path })
      for (let at = 0; at < bytes.length;) {
        const { bytesWritten } = await file
          .write(bytes, at, bytes.length - at, null)
          .catch(nothingNow('bytesWritten'))
          .catch((error: unknown) => {
            throw troubleOf(error, path)
          })
        at += bytesWritten
        if (bytesWritten === 0) await aLittle()
        if (isOver) throw new Refusal('devices.unplugged', { where: path })
      }
    },
    async close() {
      if (isOver) return
      isOver = true
      clearInterval(watch)
      await file.close().catch(() => undefined)
    },
  }
}

/** What it said before anybody listened answers nothing that is asked from now on. */
async function drained(file: FileHandle): Promise<void> {
  const buffer = Buffer.alloc(READ_BYTES)
  for (let turn = 0; turn < 64; turn++) {
    const read = await file.read(buffer, 0, READ_BYTES, null).catch(() => undefined)
    if (read === undefined || read.bytesRead === 0) return
  }
}

const aLittle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, AGAIN_MS))

/** "Try again" is an answer, not a failure. */
const nothingNow =
  <Count extends 'bytesRead' | 'bytesWritten'>(count: Count) =>
  (error: unknown): Record<Count, number> => {
    if ((error as { code?: string }).code === 'EAGAIN') return { [count]: 0 } as Record<Count, number>
    throw error
  }
