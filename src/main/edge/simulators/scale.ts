import { bytesOf, textOfBytes, type ScaleProfile } from '../../../shared/devices/profile'
import { profiles } from '../../../shared/devices/profiles'
import type { Weight } from '../../../shared/devices/weight'
import type { Channel } from './channel'
import { frameOf, type ScaleShows } from './scale-frames'

const STREAM_MS = 120

/** A scale with something on it: answers or streams as its protocol does, moves, is overloaded, hisses. */
export class SimulatedScale {
  #grossGrams = 0
  #tareGrams = 0
  #zeroGrams = 0
  #isMoving = false
  #noise: (() => Uint8Array) | undefined
  #heard = ''
  readonly #stream: ReturnType<typeof setInterval> | undefined
  readonly #profile: ScaleProfile

  constructor(
    readonly protocol: string,
    private readonly channel: Channel,
    private readonly limitGrams = 15_000,
  ) {
    const profile = profiles.find((candidate) => candidate.id === protocol)
    if (profile?.role !== 'scale') throw new Error(`no scale speaks ${protocol}`)
    this.#profile = profile
    channel.onData((bytes) => this.hear(bytes))
    if (profile.poll === undefined) this.#stream = setInterval(() => this.speak(), STREAM_MS)
  }

  put(grams: number, isMoving = false): void {
    this.#grossGrams = grams
    this.#isMoving = isMoving
  }

  /** What is mixed into the line before each frame. */
  hiss(noise: (() => Uint8Array) | undefined): void {
    this.#noise = noise
  }

  get shows(): ScaleShows {
    const grams = this.#grossGrams - this.#zeroGrams - this.#tareGrams
    if (this.#grossGrams > this.limitGrams) return { kind: 'over' }
    if (this.#grossGrams < -this.limitGrams / 50) return { kind: 'under' }
    const unit = this.#profile.unit ?? 'kg'
    const weight: Weight = {
      value: Math.round(unit === 'lb' ? grams * 0.220462 : grams),
      decimals: unit === 'lb' ? 2 : 3,
      unit,
    }
    return { kind: 'weight', weight, stable: !this.#isMoving, isNet: this.#tareGrams !== 0 }
  }

  speak(): void {
    if (this.#noise !== undefined) this.channel.write(this.#noise())
    this.channel.write(frameOf(this.protocol, this.shows))
  }

  stop(): void {
    clearInterval(this.#stream)
  }

  private hear(bytes: Uint8Array): void {
    this.#heard = (this.#heard + textOfBytes(bytes)).slice(-400)
    const { poll, handshake, commands } = this.#profile
    for (const [command, text] of Object.entries(commands)) {
      if (text !== undefined && this.take(text)) this.obey(command)
    }
    if (handshake !== undefined) {
      if (this.take(handshake.bytes)) this.speak()
      else if (poll !== undefined && this.take(poll.bytes)) this.channel.write(bytesOf(handshake.when))
    } else if (poll !== undefined) while (this.take(poll.bytes)) this.speak()
  }

  /** Takes one command out of what was heard. */
  private take(text: string): boolean {
    const at = this.#heard.indexOf(text)
    if (at < 0) return false
    this.#heard = this.#heard.slice(at + text.length)
    return true
  }

  private obey(command: string): void {
    if (command === 'zero') this.#zeroGrams = this.#grossGrams
    if (command === 'tare') this.#tareGrams = this.#grossGrams - this.#zeroGrams
    if (command === 'clearTare') this.#tareGrams = 0
    if (this.protocol === 'mt-sics')
      this.channel.write(bytesOf(command === 'zero' ? 'Z A\\x0d\\x0a' : 'TAC A\\x0d\\x0a'))
  }
}
