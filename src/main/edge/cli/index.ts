/**
 * The command line: the same rooms behind the same dispatcher, without a window. `--json` answers exactly one object on
 * standard output, failures included. Owns no table.
 */
import { Command, CommanderError, Option } from 'commander'
import { addBackupCommand, addRestoreCommand, addSnapshotsCommand } from './safety/backup'
import { addBarcodeCommand, addBatchCommand } from './barcode-and-batch'
import { addBenchCommand } from './proving/bench'
import { addDemoCommand } from './proving/demo'
import { addExportCommand } from './export'
import { addHostCommand } from './host'
import { addImportCommand } from './import'
import { addReplayCommand } from './proving/replay'
import { addReportCommand } from './report'
import { addTraceCommand } from './trace'
import { addSalvageCommand } from './safety/salvage'
import { addSupportCommand } from './safety/support'
import { addSimulateCommand } from './simulate'
import { openTerminal, type Terminal } from './terminal'
import { addVerifyCommand } from './proving/verify'

/** Runs one command; returns the exit code. `programFolder` is where the built files are. */
export async function runCommandLine(argv: readonly string[], programFolder: URL): Promise<number> {
  const terminal = openTerminal(argv, programFolder)
  const program = buildProgram(terminal)
  try {
    await program.parseAsync(argv, { from: 'user' })
    return Number(process.exitCode ?? 0)
  } catch (error) {
    if (error instanceof CommanderError) return usageExit(terminal, error)
    return fail(terminal, error)
  }
}

function buildProgram(terminal: Terminal): Command {
  const { t } = terminal
  const program = new Command('kontor').description(t('cli.program'))
  // Texts of wrong usage come from usageExit, once and in the asked form.
  program.configureOutput({ writeErr: () => undefined }).exitOverride()
  const adders = [
    addDemoCommand,
    addVerifyCommand,
    addTraceCommand,
    addReplayCommand,
    addReportCommand,
    addExportCommand,
    addImportCommand,
    addBackupCommand,
    addSnapshotsCommand,
    addRestoreCommand,
    addSalvageCommand,
    addSupportCommand,
    addHostCommand,
    addBenchCommand,
    addBarcodeCommand,
    addBatchCommand,
    addSimulateCommand,
  ]
  for (const add of adders) {
    add(program, terminal)
      .option('--json', t('cli.option.json'))
      .addOption(new Option('--lang <language>', t('cli.option.lang')).choices(['en', 'zh-CN']))
  }
  return program
}

function usageExit(terminal: Terminal, error: CommanderError): number {
  // Help that was asked for is no failure; commander has printed it.
  if (error.exitCode === 0) return 0
  const message = error.message.replace(/^error: /, '')
  if (error.code === 'commander.help') terminal.say(terminal.t('cli.noCommand'))
  else if (!terminal.json) terminal.say(message)
  if (terminal.json) terminal.answer({ ok: false, error: { code: 'cli.usage', message } }, () => '')
  return 2
}

function fail(terminal: Terminal, error: unknown): number {
  const failure = terminal.failureOf(error)
  if (terminal.json) terminal.answer({ ok: false, error: failure }, () => '')
  else terminal.say(failure.message)
  return 1
}
