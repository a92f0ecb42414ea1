import type { Command } from 'commander'
import { resolve } from 'node:path'
import { wholeNumber } from './arguments'
import { describeSignIns } from './sign-ins'
import type { Terminal } from './terminal'

interface Options {
  readonly port: number
  readonly demo?: boolean
}

export function addHostCommand(program: Command, terminal: Terminal): Command {
  const { t } = terminal
  return program
    .command('host')
    .description(t('cli.host.help'))
    .argument('[company]', t('cli.host.company'))
    .option('--port <number>', t('cli.host.port'), wholeNumber(0), 4780)
    .option('--demo', t('cli.host.demo'))
    .action(async (path: string | undefined, options: Options) => {
      const [{ serveCompany }, { DEMO_SIGN_INS }] = await Promise.all([import('./serve'), import('../demo')])
      const progress = terminal.progress(t('cli.demo.progress'))
      const served = await serveCompany(path === undefined ? undefined : resolve(path), {
        ...options,
        programFolder: terminal.programFolder,
        onDay: (done, total) => progress.at(done, total),
      })
      const { description } = served
      terminal.answer(description, () =>
        [
          t('cli.host.ready', { company: description.company }),
          '',
          `  ${description.address}`,
          '',
          description.isDemo ? describeSignIns(t, DEMO_SIGN_INS) : t('cli.host.signIn'),
          t('cli.host.stop'),
        ].join('\n'),
      )
      await served.ended
    })
}
