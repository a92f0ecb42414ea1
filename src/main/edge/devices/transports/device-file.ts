import { open } from 'node:fs/promises'
import { Refusal } from '../../../../shared/errors'
import { troubleOf, type OpenWire, type Wire, type WireEvents } from './transport'

const READ_BYTES = 4096

/** A printer as a device file of the system (`/dev/usb/lp0`): what is written goes out, what it answers is read. */
export async function openDeviceFile({ address }: OpenWire, events: WireEvents): Promise<Wire> {
  if (address.transport !== 'file') throw new Error('not a device file')
  const { path } = address
  const file = await open(path, 'r+').catch((error: unknown) => {
    throw troubleOf(error, path)
  })
  let isOver = false
  const end = (): void => {
    if (isOver) return
    isOver = true
    void file.close().catch(() => undefined)
    events.onGone()
  }
  void (async () => {
    const buffer = Buffer.alloc(READ_BYTES)
    while (!isOver) {
      const { bytesRead } = await file.read(buffer, 0, READ_BYTES, null)
      // The printer driver of Linux reads nothing while the printer is silent; it is asked again a little later.
      if (bytesRead === 0) await new Promise((resolve) => setTimeout(resolve, 50))
      else if (!isOver) events.onData(Uint8Array.from(buffer.subarray(0, bytesRead)))
    }
  })().catch(end)
  return {
    async write(bytes) {
      if (isOver) throw new Refusal('devices.unplugged', { where: path })
      for (let at = 0; at < bytes.length;) {
        const { bytesWritten } = await file.write(bytes, at, bytes.length - at, null).catch((error: unknown) => {
          throw troubleOf(error, path)
        })
        at += bytesWritten
      }
    },
    async close() {
      if (isOver) return
      isOver = true
      await file.close().catch(() => undefined)
    },
  }
}
