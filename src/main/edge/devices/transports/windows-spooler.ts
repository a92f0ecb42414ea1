/**
 * Raw jobs for a queue of Windows: the bytes reach the printer as they are, whatever driver the queue has. By
 * winspool.drv (Microsoft, "Print Spooler API"), which every Windows has; see docs/decisions/0012-windows-spooler.md.
 */
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import type Koffi from 'koffi'
import { Refusal } from '../../../../shared/errors'
import type { PrinterFault } from '../printers/status'

// Not named `require`: the build puts one of that name into the same file. Loaded with the first job only.
const load = createRequire(import.meta.url)

/** PRINTER_STATUS_* and PRINTER_ATTRIBUTE_WORK_OFFLINE of winspool.h; the first that fits is told. */
const FAULTS: readonly (readonly [mask: number, fault: PrinterFault])[] = [
  [0x8, 'jam'],
  [0x10 | 0x20 | 0x40, 'paper'],
  [0x400000, 'coverOpen'],
  [0x1, 'pause'],
  [0x80 | 0x1000, 'offline'],
  [0x2 | 0x40000 | 0x100000, 'fault'],
]
const WORK_OFFLINE = 0x400

type Type = Parameters<typeof Koffi.array>[0]
type Call = (...values: unknown[]) => Promise<number>

/** DOC_INFO_1W and PRINTER_INFO_2W as C lays them out on this machine, of which only what is used has a name. */
export function spoolerTypes({ array, struct }: typeof Koffi) {
  return {
    document: struct({ pDocName: 'str16', pOutputFile: 'str16', pDatatype: 'str16' }),
    info: struct({
      pointers: array('void *', 13),
      Attributes: 'uint32',
      priorities: array('uint32', 2),
      times: array('uint32', 2),
      Status: 'uint32',
      cJobs: 'uint32',
      AveragePPM: 'uint32',
    }),
  }
}

function winspool(library: string) {
  const koffi = load('koffi') as typeof Koffi
  const types = spoolerTypes(koffi)
  const file = koffi.load(library)
  const call = (name: string, values: readonly Type[]): Call =>
    promisify(file.func('__stdcall', name, 'int', [...values]).async) as Call
  const aside = (type: Type) => koffi.out(koffi.pointer(type))
  return {
    open: call('OpenPrinterW', ['str16', aside('void *'), 'void *']),
    info: call('GetPrinterW', ['void *', 'uint32', 'void *', 'uint32', aside('uint32')]),
    startDocument: call('StartDocPrinterW', ['void *', 'uint32', koffi.pointer(types.document)]),
    startPage: call('StartPagePrinter', ['void *']),
    write: call('WritePrinter', ['void *', 'void *', 'uint32', aside('uint32')]),
    endPage: call('EndPagePrinter', ['void *']),
    endDocument: call('EndDocPrinter', ['void *']),
    close: call('ClosePrinter', ['void *']),
    stateIn: (bytes: Buffer) => koffi.decode(bytes, types.info) as { Attributes: number; Status: number },
  }
}

type Spool = ReturnType<typeof winspool>

/** Refuses where the queue is not there or its printer can't print now: a queue opens even while its printer is unplugged. */
export async function checkWindowsQueue(queue: string, library?: string): Promise<void> {
  await withQueue(queue, library, async (spool, handle) => {
    const needed = [0]
    await spool.info(handle, 2, null, 0, needed)
    const bytes = Buffer.alloc(needed[0] ?? 0)
    if (bytes.length === 0 || (await spool.info(handle, 2, bytes, bytes.length, needed)) === 0) return
    const { Attributes, Status } = spool.stateIn(bytes)
    const isOff = (Attributes & WORK_OFFLINE) !== 0
    const fault = isOff ? 'offline' : FAULTS.find(([mask]) => (Status & mask) !== 0)?.[1]
    if (fault !== undefined) throw new Refusal(`devices.${fault}Fault`, { where: queue })
  })
}

/** One job, done when the queue has taken all of it. */
export async function printOnWindows(queue: string, bytes: Uint8Array, library?: string): Promise<void> {
  await withQueue(queue, library, async (spool, handle) => {
    const require = (isDone: number, step: string): void => {
      if (isDone === 0) throw new Refusal('devices.failed', { where: queue, reason: step })
    }
    const document = { pDocName: 'Kontor', pOutputFile: null, pDatatype: 'RAW' }
    require(await spool.startDocument(handle, 1, document), 'StartDocPrinter')
    try {
      require(await spool.startPage(handle), 'StartPagePrinter')
      for (let at = 0; at < bytes.length;) {
        const rest = Buffer.from(bytes.subarray(at))
        const written = [0]
        require(await spool.write(handle, rest, rest.length, written), 'WritePrinter')
        require(written[0] ?? 0, 'WritePrinter')
        at += written[0] ?? 0
      }
      require(await spool.endPage(handle), 'EndPagePrinter')
    } finally {
      await spool.endDocument(handle)
    }
  })
}

async function withQueue(
  queue: string,
  library: string | undefined,
  work: (spool: Spool, handle: unknown) => Promise<void>,
): Promise<void> {
  const spool = spoolOf(library ?? 'winspool.drv')
  const handle: unknown[] = [null]
  if ((await spool.open(queue, handle, null)) === 0) throw new Refusal('devices.queueUnknown', { where: queue })
  try {
    await work(spool, handle[0])
  } finally {
    await spool.close(handle[0])
  }
}

const spools = new Map<string, Spool>()

function spoolOf(library: string): Spool {
  const spool = spools.get(library) ?? winspool(library)
  spools.set(library, spool)
  return spool
}
