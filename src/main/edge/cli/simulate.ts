import type { Command } from 'commander'
import { createInterface } from 'node:readline'
import type { Channel } from '../simulators'
import { wholeNumber } from './arguments'
import type { Terminal } from './terminal'

interface Options {
  readonly tcp?: number
  readonly pty?: string
  readonly protocol: string
}

/** A device that does not exist, for people without hardware: on a pseudo terminal or a TCP port, until Ctrl+C. */
export function addSimulateCommand(program: Command, terminal: Terminal): Command {
  const { t } = terminal
  return program
    .command('simulate')
    .description(t('cli.simulate.help'))
    .argument('<kind>', t('cli.simulate.kind'))
    .option('--tcp <port>', t('cli.simulate.tcp'), wholeNumber(0))
    .option('--pty <path>', t('cli.simulate.pty'))
    .option('--protocol <name>', t('cli.simulate.protocol'), 'mt-sics')
    .action(async (kind: string, options: Options) => {
      const { openPty, openTcp, scaleProtocols } = await import('../simulators')
      if (kind !== 'scanner' && kind !== 'scale') return void terminal.say(t('cli.simulate.kind'))
      if (kind === 'scale' && (!scaleProtocols.includes(options.protocol) || options.protocol === 'scale-hid')) {
        terminal.say(t('cli.simulate.unknownProtocol', { protocols: scaleProtocols.join(', ') }))
        process.exitCode = 2
        return
      }
      const channel =
        options.tcp === undefined ? await openPty(options.pty ?? `/tmp/kontor-${kind}`) : await openTcp(options.tcp)
      terminal.answer({ address: channel.address }, () =>
        [t('cli.simulate.ready', { address: channel.address }), t(`cli.simulate.${kind}`)].join('\n'),
      )
      const obey = kind === 'scanner' ? await scanner(channel) : await scale(channel, options.protocol)
      for await (const line of createInterface({ input: process.stdin })) obey(line)
      await channel.close()
    })
}

async function scanner(channel: Channel): Promise<(line: string) => void> {
  const { SimulatedScanner } = await import('../simulators')
  const simulated = new SimulatedScanner(channel)
  // FNC1 cannot be typed.
  return (line) => simulated.scan(line.replaceAll('{GS}', '\u001d'))
}

async function scale(channel: Channel, protocol: string): Promise<(line: string) => void> {
  const { SimulatedScale } = await import('../simulators')
  const simulated = new SimulatedScale(protocol, channel)
  return (line) => {
    const grams = Number.parseInt(line, 10)
    if (Number.isSafeInteger(grams)) simulated.put(grams, line.trim().endsWith('~'))
  }
}
