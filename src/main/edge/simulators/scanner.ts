import type { Channel } from './channel'

/** A scanner on a serial line: each code with its suffix, as fast as the line takes it. */
export class SimulatedScanner {
  constructor(
    private readonly channel: Channel,
    private readonly suffix = '\r\n',
  ) {}

  scan(code: string): void {
    this.channel.write(Buffer.from(code + this.suffix, 'utf8'))
  }

  send(bytes: Uint8Array): void {
    this.channel.write(bytes)
  }
}
