import { existsSync, read as readFile } from 'node:fs'
import { promisify } from 'node:util'
import { SerialPort } from 'serialport'
import type { DeviceAddress } from '../../../../shared/devices/device'
import { Refusal } from '../../../../shared/errors'
import { serialSettingsOf, troubleOf, whereOf, type OpenWire, type Wire, type WireEvents } from './transport'

type Binding = typeof SerialPort.binding
type BoundPort = Awaited<ReturnType<Binding['open']>>

const readBytes = promisify(readFile)
const WATCH_MS = 400
/** So many empty reads in a row mean that nobody is there any more. */
const EMPTY_READS = 3

interface UnixPort {
  readonly isOpen: boolean
  readonly fd: number | null
  readonly poller: { once(event: 'readable', callback: (error: Error | null) => void): void }
  read(buffer: Buffer, offset: number, length: number): Promise<{ buffer: Buffer; bytesRead: number }>
}

/**
 * On Unix a port whose device was pulled out gives empty reads for ever, and the library asks again at once: the
 * processor runs hot and no end is told (serialport/bindings-cpp issue 162). Here the third empty read is the end.
 */
function endsWhenUnplugged(port: BoundPort): BoundPort {
  if (process.platform === 'win32') return port
  const unix = port as unknown as UnixPort
  unix.read = async (buffer, offset, length) => {
    for (let empty = 0; ;) {
      if (!unix.isOpen || unix.fd === null) throw Object.assign(new Error('Port is not open'), { canceled: true })
      try {
        const { bytesRead } = await readBytes(unix.fd, buffer, offset, length, null)
        if (bytesRead > 0) return { bytesRead, buffer }
        empty += 1
        if (empty >= EMPTY_READS) throw Object.assign(new Error('the device is gone'), { code: 'ENXIO' })
      } catch (error) {
        const { code = '' } = error as { code?: string }
        if (!['EAGAIN', 'EWOULDBLOCK', 'EINTR'].includes(code))
          throw Object.assign(error as Error, { disconnect: true })
        // Closed meanwhile, the poller is gone: to ask it would bring the whole process down.
        if (!unix.isOpen) throw Object.assign(new Error('Port is not open'), { canceled: true })
        await new Promise<void>((resolve, reject) =>
          unix.poller.once('readable', (failure) => (failure ? reject(failure) : resolve())),
        )
      }
    }
  }
  return port
}

const binding = {
  list: () => SerialPort.binding.list(),
  open: async (options: Parameters<Binding['open']>[0]) => endsWhenUnplugged(await SerialPort.binding.open(options)),
}

export async function openSerial(request: OpenWire, events: WireEvents): Promise<Wire> {
  const { address } = request
  if (address.transport !== 'serial') throw new Error('not a serial port')
  const path = await serialPath(address)
  const { baudRate, dataBits, parity, stopBits, flow } = serialSettingsOf(request)
  const port = new SerialPort({
    binding: binding as unknown as Binding,
    path,
    baudRate,
    dataBits,
    parity,
    stopBits,
    rtscts: flow === 'rtscts',
    xon: flow === 'xon',
    xoff: flow === 'xon',
    autoOpen: false,
  } as ConstructorParameters<typeof SerialPort>[0])
  await new Promise<void>((resolve, reject) => {
    port.open((error) => (error ? reject(troubleOf(error, path)) : resolve()))
  })
  let isOver = false
  const watch = setInterval(() => {
    if (process.platform !== 'win32' && !existsSync(path)) end()
  }, WATCH_MS)
  const end = (): void => {
    if (isOver) return
    isOver = true
    clearInterval(watch)
    if (port.isOpen) port.close(() => undefined)
    events.onGone()
  }
  port.on('data', (bytes: Buffer) => {
    if (!isOver) events.onData(bytes)
  })
  // `close` may come twice, and after an `error`.
  port.on('close', end)
  port.on('error', end)
  return {
    write(bytes) {
      // Written while closed, the library would keep it and send it after the next opening: a tare of yesterday.
      if (isOver || !port.isOpen) return Promise.reject(new Refusal('devices.unplugged', { where: path }))
      return new Promise((resolve, reject) => {
        const gone = (): void => reject(new Refusal('devices.unplugged', { where: path }))
        port.once('close', gone)
        port.write(Buffer.from(bytes), (error) => {
          if (error) reject(troubleOf(error, path))
        })
        port.drain((error) => {
          port.off('close', gone)
          if (error) reject(troubleOf(error, path))
          else resolve()
        })
      })
    },
    async close() {
      if (isOver) return
      isOver = true
      clearInterval(watch)
      await new Promise<void>((resolve) => {
        if (port.isOpen) port.close(() => resolve())
        else resolve()
      })
    },
  }
}

/** A USB device is found by what it is, whatever its port is called today. */
async function serialPath(address: Extract<DeviceAddress, { transport: 'serial' }>): Promise<string> {
  const { path, vendorId, productId, serialNumber } = address
  if (vendorId === null) return path
  const ports = await SerialPort.list().catch(() => [])
  const alike = ports.filter(
    (port) =>
      Number.parseInt(port.vendorId ?? '', 16) === vendorId && Number.parseInt(port.productId ?? '', 16) === productId,
  )
  const same = alike.filter((port) => (port.serialNumber ?? '') === serialNumber)
  const found = same.find((port) => port.path === path) ?? same[0]
  if (found !== undefined) return found.path
  throw new Refusal('devices.unplugged', { where: whereOf(address) })
}
