import type { BoundDevice, DeviceState, PrintOutcome } from '../../../../shared/devices/device'
import { textOfBytes, type PrinterProfile } from '../../../../shared/devices/profile'
import { Refusal, type RefusalData } from '../../../../shared/errors'
import { cannot, type DeviceCommand, type Driver, type Tell } from '../driver'
import { joined } from '../framing'
import { openWire, troubleOf, whereOf, type Wire } from '../transports'
import { JobMemory } from './job-memory'
import { statusQuestion, type PrinterStatus, type StatusQuestion } from './status'

const ANSWER_MS = 2000
const ASK_AGAIN_MS = 60
/** How long a printer may be busy with one job, or wait for paper, before nobody knows what became of it. */
const JOB_MS = 60_000
const IDLE_MS = 2000
const LOOK_MS = 10_000
const AWAY_LOOK_MS = 3000

interface Line {
  readonly wire: Wire
  answer: Uint8Array
  isGone: boolean
  onAnswer: () => void
}

/**
 * A printer. Its line is opened for a job and closed soon after, because a network printer serves one PC at a time. A
 * job that has begun to leave is never sent a second time by itself.
 */
export class PrinterDriver implements Driver {
  #question: StatusQuestion | undefined
  /** whether one that says nothing is in trouble, or of those that never do */
  #mustAnswer: boolean
  #state: DeviceState
  #line: Line | undefined
  #queue: Promise<unknown> = Promise.resolve()
  #waiting = 0
  #idle: ReturnType<typeof setTimeout> | undefined
  #look: ReturnType<typeof setTimeout> | undefined
  #isWatched = false
  #isClosed = false
  readonly #jobs = new JobMemory()

  constructor(
    private readonly device: BoundDevice,
    profile: PrinterProfile,
    private readonly tell: Tell,
  ) {
    this.#state = { deviceId: device.id, link: 'connecting' }
    const canAnswer = profile.confirms !== 'delivery' && device.address.transport !== 'spooler'
    this.#mustAnswer = profile.confirms === 'answer'
    this.#question = canAnswer ? statusQuestion(profile.language) : undefined
  }

  get state(): DeviceState {
    return this.#state
  }

  start(): void {
    this.tell({ kind: 'state', state: this.#state })
    void this.look()
  }

  wake(): void {
    if (this.#state.link !== 'ready') void this.look()
  }

  async command(command: DeviceCommand): Promise<void> {
    if (command !== 'status') throw cannot(command)
    await this.look()
  }

  watchBytes(isOn: boolean): void {
    this.#isWatched = isOn
  }

  async close(): Promise<void> {
    this.#isClosed = true
    clearTimeout(this.#look)
    await this.hangUp()
  }

  /** One job after the other. The same id again answers what became of it the first time. */
  print(jobId: string, bytes: Uint8Array): Promise<PrintOutcome> {
    return this.#jobs.once(jobId, () => this.inTurn(() => this.send(bytes)))
  }

  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#waiting += 1
    clearTimeout(this.#idle)
    const result = this.#queue.then(work)
    this.#queue = result
      .catch(() => undefined)
      .then(() => {
        this.#waiting -= 1
        if (this.#waiting === 0) this.#idle = setTimeout(() => void this.hangUp(), IDLE_MS)
      })
    return result
  }

  private async send(bytes: Uint8Array): Promise<PrintOutcome> {
    let line: Line
    try {
      line = await this.call()
      const before = await this.ask(line)
      if (before?.fault !== undefined) return this.ended({ kind: 'not-sent', trouble: this.faultOf(before) })
    } catch (error) {
      await this.hangUp()
      return this.ended({ kind: 'not-sent', trouble: this.troubleOf(error) })
    }
    try {
      this.watch(bytes, true)
      await line.wire.write(bytes)
      await this.untilDone(line)
      return this.ended({ kind: 'confirmed' })
    } catch (error) {
      await this.hangUp()
      return this.ended({ kind: 'unknown', trouble: this.troubleOf(error) })
    }
  }

  /** The printer says that nothing is left to print. One that cannot answer is believed when it has taken all. */
  private async untilDone(line: Line): Promise<void> {
    if (this.#question === undefined) return
    const until = performance.now() + JOB_MS
    for (;;) {
      const status = await this.ask(line)
      if (status === undefined || (!status.isBusy && status.fault === undefined)) return
      if (status.fault !== undefined) this.become(this.faultOf(status))
      if (performance.now() > until) throw this.refusal('printerBusy')
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS))
    }
  }

  private async ask(line: Line): Promise<PrinterStatus | undefined> {
    const question = this.#question
    if (question === undefined) return undefined
    line.answer = new Uint8Array(0)
    await line.wire.write(question.bytes)
    const until = performance.now() + ANSWER_MS
    for (;;) {
      const status = question.read(line.answer)
      if (status !== undefined) {
        this.#mustAnswer = true
        return status
      }
      if (line.isGone) throw this.refusal('printerGone')
      const left = until - performance.now()
      if (left <= 0 && this.#mustAnswer) throw this.refusal('printerSilent')
      if (left <= 0) return (this.#question = undefined)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left)
        line.onAnswer = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }

  private async call(): Promise<Line> {
    clearTimeout(this.#idle)
    if (this.#line !== undefined && !this.#line.isGone) return this.#line
    const line: Partial<Line> & Pick<Line, 'answer' | 'isGone' | 'onAnswer'> = {
      answer: new Uint8Array(0),
      isGone: false,
      onAnswer: () => undefined,
    }
    const wire = await openWire(this.device, {
      onData: (bytes) => {
        this.watch(bytes, false)
        line.answer = joined(line.answer, bytes)
        line.onAnswer()
      },
      onGone: () => {
        line.isGone = true
        line.onAnswer()
      },
    })
    this.#line = Object.assign(line, { wire })
    return this.#line
  }

  private async hangUp(): Promise<void> {
    clearTimeout(this.#idle)
    const line = this.#line
    this.#line = undefined
    await line?.wire.close()
  }

  /** Looks after the printer now and then, so that a screen knows of missing paper before the next label. */
  private async look(): Promise<void> {
    clearTimeout(this.#look)
    if (this.#isClosed) return
    if (this.#waiting === 0) {
      await this.inTurn(async () => {
        try {
          const status = await this.ask(await this.call())
          this.become(status?.fault === undefined ? undefined : this.faultOf(status))
        } catch (error) {
          await this.hangUp()
          this.become(this.troubleOf(error), 'away')
        }
      })
    }
    if (this.#isClosed) return
    clearTimeout(this.#look)
    this.#look = setTimeout(() => void this.look(), this.#state.link === 'ready' ? LOOK_MS : AWAY_LOOK_MS)
  }

  private ended(outcome: PrintOutcome): PrintOutcome {
    if (outcome.kind === 'confirmed') this.become(undefined)
    else this.become(outcome.trouble, /Fault$|printerBusy/.test(outcome.trouble.code) ? 'ready' : 'away')
    return outcome
  }

  private become(trouble: RefusalData | undefined, link: DeviceState['link'] = 'ready'): void {
    const before = this.#state
    if (
      before.link === link &&
      before.trouble?.code === trouble?.code &&
      before.trouble?.params['fault'] === trouble?.params['fault']
    )
      return
    this.#state = { deviceId: this.device.id, link, ...(trouble === undefined ? {} : { trouble }) }
    this.tell({ kind: 'state', state: this.#state })
  }

  private faultOf({ fault = 'fault' }: PrinterStatus): RefusalData {
    return new Refusal(`devices.${fault}Fault`, { where: this.device.name }).toData()
  }

  private refusal(what: 'printerSilent' | 'printerGone' | 'printerBusy'): Refusal {
    return new Refusal(`devices.${what}`, { where: this.device.name })
  }

  private troubleOf(error: unknown): RefusalData {
    return troubleOf(error, whereOf(this.device.address)).toData()
  }

  private watch(bytes: Uint8Array, out: boolean): void {
    if (this.#isWatched)
      this.tell({ kind: 'bytes', deviceId: this.device.id, out, text: textOfBytes(bytes.subarray(0, 400)) })
  }
}
