/** USB devices that do not exist, for a process that is started among them: umockdev (Debian), no driver of the kernel. */
import { execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PRELOAD = 'libumockdev-preload.so.0'

export const hasUmockdev = process.platform === 'linux' && existsSync('/usr/bin/umockdev-run')

interface UsbDevice {
  readonly vendorId: string
  readonly productId: string
  readonly maker: string
  readonly product: string
  readonly serialNumber: string
  /** written to whoever reads, again and again */
  readonly says: readonly Uint8Array[]
}
export interface HidDevice extends UsbDevice {
  readonly kind: 'hid'
  readonly descriptor: string
}
export interface SerialDevice extends UsbDevice {
  readonly kind: 'serial'
}

export class UsbBus {
  readonly #folder = mkdtempSync(join(tmpdir(), 'kontor-usb-'))
  #unplug: () => Promise<void> = () => Promise.resolve()

  /** For the process that shall see these devices: the same wherever they are plugged in again. */
  get env(): Record<string, string> {
    return { LD_PRELOAD: PRELOAD, UMOCKDEV_DIR: join(this.#folder, 'bus') }
  }

  async plugIn(...devices: readonly (HidDevice | SerialDevice)[]): Promise<void> {
    const parts = devices.flatMap((device, at) => {
      const node = device.kind === 'hid' ? `/dev/hidraw${at}` : `/dev/ttyACM${at}`
      const write = (name: string, text: string): string => {
        const path = join(this.#folder, `${at}.${name}`)
        writeFileSync(path, text, 'latin1')
        return path
      }
      return [
        '--device',
        write('umockdev', describe(device, at)),
        '--script',
        `${node}=${write('script', scriptOf(device.says))}`,
        ...(device.kind === 'hid' ? ['--ioctl', `${node}=${write('ioctl', ioctls(node, device.descriptor))}`] : []),
      ]
    })
    const holder = spawn('umockdev-run', [...parts, '--', 'sleep', '600'], { stdio: 'ignore' })
    const ended = new Promise<void>((resolve) => holder.once('exit', () => resolve()))
    const made = await folderOf(holder.pid ?? 0)
    const bus = join(this.#folder, 'bus')
    renameSync(made.folder, bus)
    this.#unplug = async () => {
      rmSync(bus, { recursive: true, force: true })
      process.kill(made.sleeper)
      holder.kill()
      await ended
    }
  }

  /**
   * The bus is there for everybody, as a kernel's is; who may open the devices on it is left to the rights of their
   * files. Answers whose program can then see and not open them.
   */
  forbid(): { uid: number; gid: number } {
    const bus = join(this.#folder, 'bus')
    chmodSync(this.#folder, 0o755)
    // The kernel's part of it is played through sockets, which take whoever may write to them.
    execFileSync('chmod', ['-R', 'a+rwX', bus])
    for (const name of readdirSync(join(bus, 'dev'))) {
      if (/^(hidraw|ttyACM)/.test(name)) chmodSync(realpathSync(join(bus, 'dev', name)), 0o600)
    }
    return { uid: 65_534, gid: 65_534 }
  }

  async unplug(): Promise<void> {
    await this.#unplug()
    this.#unplug = () => Promise.resolve()
  }

  async remove(): Promise<void> {
    await this.unplug()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

/** The bus of umockdev-run: named in the environment of the program that it runs. */
async function folderOf(holder: number): Promise<{ folder: string; sleeper: number }> {
  for (let turn = 0; turn < 500; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 20))
    const children = readFileSync(`/proc/${holder}/task/${holder}/children`, 'utf8').trim()
    for (const child of children.split(' ').filter((pid) => pid !== '')) {
      if (!readlinkSync(`/proc/${child}/exe`).endsWith('sleep')) continue
      const folder = /UMOCKDEV_DIR=([^\0]+)/.exec(readFileSync(`/proc/${child}/environ`, 'latin1'))?.[1]
      if (folder !== undefined && readdirSync(join(folder, 'dev')).length > 0) return { folder, sleeper: Number(child) }
    }
  }
  throw new Error('umockdev-run did not start')
}

function describe(device: HidDevice | SerialDevice, at: number): string {
  const { vendorId, productId, maker, product, serialNumber } = device
  const port = `/devices/pci0000:00/0000:00:14.0/usb1/1-${at + 1}`
  const usb = [
    `P: ${port}`,
    'E: DEVTYPE=usb_device',
    'E: SUBSYSTEM=usb',
    `A: idVendor=${vendorId}`,
    `A: idProduct=${productId}`,
    `A: manufacturer=${maker}`,
    `A: product=${product}`,
    `A: serial=${serialNumber}`,
    'A: bcdDevice=0100',
    '',
    `P: ${port}/1-${at + 1}:1.0`,
    'E: DEVTYPE=usb_interface',
    'E: SUBSYSTEM=usb',
    'A: bInterfaceNumber=00',
    '',
  ]
  const identity = [`E: ID_BUS=usb`, `E: ID_VENDOR_ID=${vendorId}`, `E: ID_MODEL_ID=${productId}`]
  if (device.kind === 'serial') {
    return [
      ...usb,
      `P: ${port}/1-${at + 1}:1.0/tty/ttyACM${at}`,
      `N: ttyACM${at}`,
      `E: DEVNAME=/dev/ttyACM${at}`,
      'E: SUBSYSTEM=tty',
      ...identity,
      `E: ID_SERIAL_SHORT=${serialNumber}`,
      'A: dev=188:0',
      '',
    ].join('\n')
  }
  const id = `0003:0000${vendorId}:0000${productId}`.toUpperCase()
  const hid = `${port}/1-${at + 1}:1.0/0003:${vendorId}:${productId}.000${at}`
  return [
    ...usb,
    `P: ${hid}`,
    'E: SUBSYSTEM=hid',
    `A: uevent=HID_ID=${id}\\nHID_NAME=${maker} ${product}\\nHID_UNIQ=${serialNumber}\\n`,
    `H: report_descriptor=${device.descriptor}`,
    '',
    `P: ${hid}/hidraw/hidraw${at}`,
    `N: hidraw${at}`,
    'L: device=../..',
    `E: DEVNAME=/dev/hidraw${at}`,
    'E: SUBSYSTEM=hidraw',
    '',
  ].join('\n')
}

/** What the kernel answers about a HID device: how long its description is, and the description. */
function ioctls(node: string, descriptor: string): string {
  const size = Buffer.alloc(4)
  size.writeUInt32LE(descriptor.length / 2)
  const whole = Buffer.alloc(4100)
  size.copy(whole)
  whole.write(descriptor, 4, 'hex')
  const hex = (bytes: Buffer): string => bytes.toString('hex').toUpperCase()
  return [`@DEV ${node}`, `HIDIOCGRDESCSIZE 0 ${hex(size)}`, `HIDIOCGRDESC 0 ${hex(whole)}`, ''].join('\n')
}

/** Lines of a script: `r <milliseconds before> <data>`, control characters as `^@` and so on. */
function scriptOf(says: readonly Uint8Array[]): string {
  const lines = says.map((bytes) => {
    const text = Array.from(bytes, (byte) =>
      byte <= 32 ? `^${String.fromCharCode(byte + 64)}` : byte === 94 ? '^`' : String.fromCharCode(byte),
    )
    return `r 150 ${text.join('')}`
  })
  return `${Array.from({ length: 100 }, () => lines)
    .flat()
    .join('\n')}\n`
}
