import { randomUUID } from 'node:crypto'
import type { ContractRouterClient } from '@orpc/contract'
import { ORPCError } from '@orpc/client'
import type { DevicesContract } from '../../../shared/devices/contract'
import type { PrintOutcome } from '../../../shared/devices/device'
import { Refusal, type RefusalData } from '../../../shared/errors'
import { paperKinds, type PaperKind, type PrintContent } from '../../../shared/labels/papers'
import type { LabelUse } from '../../../shared/labels/template'
import { commandLineActor } from '../../foundation/access'
import { companyProfile } from '../../foundation/company'
import { devicesOf, openStation, type LiveStation } from '../../foundation/devices'
import type { Fact } from '../../kernel/db'
import { log } from '../../kernel/log'
import type { Company } from '../../rooms'

export type DevicesClient = ContractRouterClient<DevicesContract>

/** A printer that could not take a job is asked again so much later. */
const AGAIN_MS = 2000

type PrintKind = LabelUse | PaperKind

/** What each document brings where a station's rule says so. */
const BROUGHT: Readonly<Record<string, readonly PrintKind[] | undefined>> = {
  'purchasing.goodsReceived': ['lot'],
  'warehouse.cartonClosed': ['carton'],
  'warehouse.unitOpened': ['pallet'],
  'shipping.shipped': ['address', 'deliveryNote'],
  'sales.invoiced': ['invoice'],
  'counter.sold': ['receipt'],
}

interface ClaimedJob {
  readonly id: number
  readonly deviceId: number
  readonly content: PrintContent
  readonly copies: number
}

/** For one company, one station and one life of the devices process. */
export class StationAgent {
  readonly #stopListening: () => void
  #isStopped = false
  readonly #live: LiveStation
  readonly #following = new AbortController()
  #isPrinting = false
  #again: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly company: Company,
    private readonly devices: DevicesClient,
    private readonly station: string,
  ) {
    this.#live = openStation(station)
    void this.follow()
    this.#stopListening = company.dispatcher.subscribe((facts) => this.hear(facts))
    // What an earlier life was sending is not known now; it is never sent again by itself.
    this.call('labels.recoverJobs', { station })
    void this.useDevices().then(() => this.print())
  }

  stop(): void {
    this.#isStopped = true
    clearTimeout(this.#again)
    this.#stopListening()
    this.#following.abort()
    this.#live.close()
  }

  /** What the devices tell, for browsers that work through this station. */
  private async follow(): Promise<void> {
    try {
      const { signal } = this.#following
      for await (const event of await this.devices.watch(undefined, { signal })) this.#live.take(event)
    } catch {
      // The devices process has ended; with the next one a new agent begins.
    }
  }

  /** Somebody in a browser pressed zero or tare. */
  private ask(fact: Fact): void {
    const deviceId = Number(fact['id'])
    const isOwn = devicesOf(this.company.file.reader, this.station).some(({ id }) => id === deviceId)
    if (!isOwn) return
    const command = fact['command'] as Parameters<DevicesClient['command']>[0]['command']
    this.devices
      .command({ deviceId, command })
      .catch((error: unknown) => log.info({ err: error }, 'a device could not be asked'))
  }

  private hear(facts: readonly Fact[]): void {
    if (this.#isStopped) return
    for (const fact of facts) if (fact.kind === 'devices.asked') this.ask(fact)
    if (facts.some((fact) => fact.kind === 'devices.changed')) void this.useDevices()
    for (const fact of facts) {
      const brought = BROUGHT[fact.kind]
      if (brought !== undefined) setImmediate(() => this.printByRule(brought, Number(fact['id'])))
    }
    if (facts.some((fact) => fact.kind === 'labels.asked')) void this.print()
  }

  /** A document that brings its labels or its paper by itself, where this station is set so. */
  private printByRule(kinds: readonly PrintKind[], sourceId: number): void {
    if (this.#isStopped) return
    const { rows } = this.call('labels.listRules', { station: this.station }) as {
      rows: { use: string; isAutomatic: boolean }[]
    }
    for (const use of kinds) {
      if (!rows.some((rule) => rule.use === use && rule.isAutomatic)) continue
      try {
        const isPaper = (paperKinds as readonly string[]).includes(use)
        const what = isPaper ? { paper: use, locale: companyProfile(this.company.file.reader).locale } : { use }
        this.command(isPaper ? 'labels.printPaper' : 'labels.printLabels', {
          ...what,
          sourceId,
          station: this.station,
        })
      } catch (error) {
        log.info({ err: error }, 'nothing was printed by rule')
      }
    }
  }

  private async useDevices(): Promise<void> {
    if (this.#isStopped) return
    try {
      const own = devicesOf(this.company.file.reader, this.station)
      await this.devices.use({ devices: own.map(({ station: _station, ...device }) => device) })
    } catch (error) {
      // The devices process is away; when it is back, a new agent begins.
      log.info({ err: error }, 'the devices of this station could not be told')
    }
  }

  /** One job after the other until none waits, or the printer cannot take the next. */
  private async print(): Promise<void> {
    if (this.#isPrinting || this.#isStopped) return
    this.#isPrinting = true
    clearTimeout(this.#again)
    try {
      for (;;) {
        if (this.#isStopped) return
        const { job } = this.command('labels.claimJob', { station: this.station }) as { job: ClaimedJob | null }
        if (job === null) return
        const outcome = await this.send(job)
        // The company was closed meanwhile: the job stays as sent, and is unknown when it is opened again.
        if (this.#isStopped) return
        this.settle(job.id, outcome)
        if (outcome.kind === 'not-sent') {
          this.#again = setTimeout(() => void this.print(), AGAIN_MS)
          return
        }
      }
    } catch (error) {
      log.error({ err: error }, 'the print queue stopped')
    } finally {
      this.#isPrinting = false
    }
  }

  private async send(job: ClaimedJob): Promise<PrintOutcome> {
    try {
      const { id, deviceId, content, copies } = job
      return await this.devices.printJob({ deviceId, jobId: `label-${id}`, content, copies })
    } catch (error) {
      // A refusal comes before the first byte; anything else leaves open what became of it.
      const trouble = refusalOf(error)
      return trouble === undefined
        ? { kind: 'unknown', trouble: new Refusal('devices.processAway').toData() }
        : { kind: 'not-sent', trouble }
    }
  }

  private settle(id: number, outcome: PrintOutcome): void {
    this.command('labels.settleJob', {
      id,
      outcome: outcome.kind === 'not-sent' ? 'queued' : outcome.kind,
      ...(outcome.kind === 'confirmed'
        ? {}
        : { trouble: { code: outcome.trouble.code, params: outcome.trouble.params } }),
    })
  }

  private command(name: string, input: object): unknown {
    return this.call(name, { ...input, idempotencyKey: randomUUID() })
  }

  private call(name: string, input: object): unknown {
    const given = this.company.dispatcher.isCommand(name) ? { idempotencyKey: randomUUID(), ...input } : input
    return this.company.dispatcher.call(commandLineActor(this.station), name, given)
  }
}

function refusalOf(error: unknown): RefusalData | undefined {
  if (error instanceof ORPCError && error.code === 'REFUSED') return error.data as RefusalData
  return undefined
}
