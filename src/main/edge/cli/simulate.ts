import { Option, type Command } from 'commander'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { printerLanguage, type PrinterLanguage } from '../../../shared/devices/profile'
import type { Channel } from '../simulators'
import { wholeNumber } from './arguments'
import type { Terminal } from './terminal'

const KINDS = ['scanner', 'printer', 'scale', 'rfid'] as const
type Kind = (typeof KINDS)[number]

interface Options {
  readonly tcp?: number
  readonly pty?: string
  readonly protocol?: string
  readonly language: Exclude<PrinterLanguage, 'pdf'>
  readonly dpi: string
  readonly save: string
}

/** What a line that is typed does to the device. */
type Obey = (line: string) => void

/** A device that does not exist, for people without hardware: on a pseudo terminal or a TCP port, until Ctrl+C. */
export function addSimulateCommand(program: Command, terminal: Terminal): Command {
  const { t } = terminal
  return program
    .command('simulate')
    .description(t('cli.simulate.help'))
    .argument('<kind>', t('cli.simulate.kind'))
    .option('--tcp <port>', t('cli.simulate.tcp'), wholeNumber(0))
    .option('--pty <path>', t('cli.simulate.pty'))
    .option('--protocol <name>', t('cli.simulate.protocol'))
    .addOption(
      new Option('--language <name>', t('cli.simulate.language'))
        .choices(printerLanguage.exclude(['pdf']).options)
        .default('zpl'),
    )
    .addOption(new Option('--dpi <dots>', t('cli.simulate.dpi')).choices(['203', '300', '600']).default('203'))
    .option('--save <folder>', t('cli.simulate.save'), '.')
    .action(async (asked: string, options: Options) => {
      const kind = KINDS.find((known) => known === asked)
      if (kind === undefined) return fail(terminal, t('cli.simulate.kind'))
      const { openPty, openTcp, rfidProtocols, scaleProtocols } = await import('../simulators')
      const known: readonly string[] =
        kind === 'scale' ? scaleProtocols.filter((name) => name !== 'scale-hid') : kind === 'rfid' ? rfidProtocols : []
      const protocol = options.protocol ?? known[0] ?? ''
      if (known.length > 0 && !known.includes(protocol)) {
        return fail(terminal, t('cli.simulate.unknownProtocol', { protocols: known.join(', ') }))
      }
      // Printers and network readers are reached by TCP, the others by a serial port, where nobody says otherwise.
      const port = options.tcp ?? (kind === 'printer' ? 9100 : protocol === 'llrp' ? 5084 : undefined)
      const isSerial = port === undefined || options.pty !== undefined
      const path = options.pty ?? `/tmp/kontor-${kind}`
      const opened = isSerial ? openPty(path) : openTcp(port)
      const channel = await opened.catch((error: unknown) => {
        const reason = (error as Error).message
        fail(terminal, isSerial ? t('cli.simulate.noPty', { path, reason }) : t('cli.simulate.noTcp', { port, reason }))
      })
      if (channel === undefined) return
      terminal.answer({ address: channel.address }, () =>
        [t('cli.simulate.ready', { address: channel.address }), t(`cli.simulate.${kind}`)].join('\n'),
      )
      const obey = await simulated[kind](channel, { ...options, protocol }, terminal)
      for await (const line of createInterface({ input: process.stdin })) obey(line)
      // Without anybody typing (no terminal, a pipe that ended) it stays plugged in.
      if (!process.stdin.isTTY) await new Promise<void>((end) => process.once('SIGINT', end).once('SIGTERM', end))
      await channel.close()
      process.exit(0)
    })
}

function fail(terminal: Terminal, text: string): void {
  terminal.say(text)
  process.exitCode = 2
}

const simulated: Record<Kind, (channel: Channel, options: Options, terminal: Terminal) => Promise<Obey>> = {
  async scanner(channel) {
    const { SimulatedScanner } = await import('../simulators')
    const scanner = new SimulatedScanner(channel)
    // FNC1 cannot be typed.
    return (line) => scanner.scan(line.replaceAll('{GS}', '\u001d'))
  },

  async scale(channel, { protocol = '' }) {
    const { SimulatedScale } = await import('../simulators')
    const scale = new SimulatedScale(protocol, channel)
    return (line) => {
      const grams = Number.parseInt(line, 10)
      if (Number.isSafeInteger(grams)) scale.put(grams, line.trim().endsWith('~'))
    }
  },

  async rfid(channel, { protocol }) {
    const { rfidProtocols, SimulatedRfidReader } = await import('../simulators')
    const reader = new SimulatedRfidReader(rfidProtocols.find((name) => name === protocol) ?? 'llrp', channel)
    return (line) =>
      reader.put(
        ...line
          .trim()
          .split(/\s+/)
          .filter((tag) => /^(?:[0-9a-f]{4})+$/i.test(tag)),
      )
  },

  /** Saves a picture of each label; a line typed switches a fault on or off. */
  async printer(channel, { language, dpi, save }, terminal) {
    const { pngOf } = await import('../../kernel/label')
    const { readCpcl, readEpl, readEscPos, readTspl, readZpl, SimulatedPrinter } = await import('../simulators')
    const readers = { zpl: readZpl, tspl: readTspl, epl: readEpl, cpcl: readCpcl, escpos: readEscPos }
    const folder = resolve(save)
    mkdirSync(folder, { recursive: true })
    let count = 0
    const printer = new SimulatedPrinter(language, channel, 200, (job) => {
      for (const { picture, copies } of readers[language](job, Number(dpi))) {
        count += 1
        const path = join(folder, `label-${String(count).padStart(3, '0')}.png`)
        writeFileSync(path, pngOf(picture))
        terminal.say(terminal.t('cli.simulate.printed', { path, copies }))
      }
    })
    const faults = { paper: 'paperOut', head: 'headOpen', pause: 'paused' } as const
    return (line) => {
      const fault = faults[line.trim() as keyof typeof faults]
      if (fault !== undefined) printer.faults[fault] = !printer.faults[fault]
    }
  },
}
