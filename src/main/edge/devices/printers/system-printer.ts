import type { BoundDevice, DeviceState, PrintOutcome } from '../../../../shared/devices/device'
import { Refusal, type RefusalData } from '../../../../shared/errors'
import { cannot, type DeviceCommand, type Driver, type Tell } from '../driver'
import { JobMemory } from './job-memory'
import { printByQueue, queueState } from './system-queue'

const LOOK_MS = 15_000
const AWAY_LOOK_MS = 5000

/** A printer with the system's own driver, for sheets as PDF. The system's queue says what became of a job. */
export class SystemPrinter implements Driver {
  #state: DeviceState
  #queue: Promise<unknown> = Promise.resolve()
  #look: ReturnType<typeof setTimeout> | undefined
  #isClosed = false
  readonly #jobs = new JobMemory()

  constructor(
    private readonly device: BoundDevice,
    private readonly tell: Tell,
  ) {
    this.#state = { deviceId: device.id, link: 'connecting' }
  }

  get state(): DeviceState {
    return this.#state
  }

  start(): void {
    this.tell({ kind: 'state', state: this.#state })
    void this.look()
  }

  wake(): void {
    void this.look()
  }

  async command(command: DeviceCommand): Promise<void> {
    if (command !== 'status') throw cannot(command)
    await this.look()
  }

  /** The system talks to it, not we. */
  watchBytes(): void {}

  close(): Promise<void> {
    this.#isClosed = true
    clearTimeout(this.#look)
    return Promise.resolve()
  }

  /** One job after the other. The same id again answers what became of it the first time. */
  print(jobId: string, bytes: Uint8Array, sheet?: string): Promise<PrintOutcome> {
    return this.#jobs.once(jobId, () => {
      const outcome = this.#queue.then(() => this.send(jobId, bytes, sheet))
      this.#queue = outcome.catch(() => undefined)
      return outcome
    })
  }

  private async send(jobId: string, bytes: Uint8Array, sheet: string | undefined): Promise<PrintOutcome> {
    const outcome = await printByQueue(this.queue, { title: `Kontor ${jobId}`, bytes, sheet })
    if (outcome.kind === 'confirmed') this.become('ready', undefined)
    else this.become(outcome.kind === 'not-sent' ? 'away' : 'ready', outcome.trouble)
    return outcome
  }

  private async look(): Promise<void> {
    clearTimeout(this.#look)
    if (this.#isClosed) return
    try {
      const trouble = await queueState(this.queue)
      this.become('ready', trouble)
    } catch (error) {
      const refusal =
        error instanceof Refusal ? error : new Refusal('devices.failed', { where: this.queue, reason: '' })
      this.become('away', refusal.toData())
    }
    if (this.#isClosed) return
    this.#look = setTimeout(() => void this.look(), this.#state.link === 'ready' ? LOOK_MS : AWAY_LOOK_MS)
  }

  private get queue(): string {
    return this.device.address.transport === 'spooler' ? this.device.address.queue : ''
  }

  private become(link: DeviceState['link'], trouble: RefusalData | undefined): void {
    const { link: before, trouble: told } = this.#state
    if (before === link && told?.code === trouble?.code) return
    this.#state = { deviceId: this.device.id, link, ...(trouble === undefined ? {} : { trouble }) }
    this.tell({ kind: 'state', state: this.#state })
  }
}
