import { Option, type Command } from 'commander'
import { hostname } from 'node:os'
import { resolve } from 'node:path'
import { formatCount } from '../../../../shared/values/format'
import { formatDateTime } from '../../../../shared/values/format-date'
import { textTable } from '../../../../shared/values/text-table'
import type { Target } from '../../backup'
import { wholeNumber } from '../arguments'
import { fromEnvironment, vaultSecret } from './secrets'
import type { Terminal } from '../terminal'

interface BackupOptions {
  readonly to: string
  readonly limit: number
  readonly clearUp: boolean
}

interface RestoreOptions {
  readonly from: string
  readonly to: string
  readonly at?: string
  readonly company?: string
}

export function addBackupCommand(program: Command, terminal: Terminal): Command {
  const { t } = terminal
  return program
    .command('backup')
    .description(t('cli.backup.help'))
    .argument('<company>', t('cli.argument.company'))
    .requiredOption('--to <url>', t('cli.backup.to'))
    .option('--limit <kilobytes>', t('cli.backup.limit'), wholeNumber(0), 0)
    .option('--no-clear-up', t('cli.backup.noClearUp'))
    .action(async (path: string, { to, limit, clearUp: mayClear }: BackupOptions) => {
      const { backUpCompany, clearUp, openTarget, USUAL_CARE, USUAL_RETENTION, Vault } = await import('../../backup')
      const begun = Date.now()
      const care = { ...USUAL_CARE, bytesPerSecond: limit * 1000 }
      const target = openTarget(to, fromEnvironment(), care)
      await closing(target, async () => {
        const isNew = !(await Vault.exists(target))
        const secret = await vaultSecret(terminal, isNew)
        const made = isNew && 'passphrase' in secret ? await Vault.create(target, secret.passphrase) : undefined
        const vault = made?.vault ?? (await Vault.open(target, secret))
        const progress = terminal.progress(t('cli.backup.progress'))
        const host = hostname()
        const snapshot = await backUpCompany(vault, {
          companyPath: resolve(path),
          host,
          program: 'kontor',
          onBytes: progress.at,
        })
        progress.end()
        const cleared = mayClear ? await clearUp(vault, USUAL_RETENTION, new Date(), host).catch(busyIsFine) : undefined
        const answer = {
          to: target.address,
          snapshot: snapshot.name,
          takenAt: snapshot.takenAt,
          company: snapshot.company,
          totalBytes: snapshot.totalBytes,
          newBytes: snapshot.newBytes,
          sentBytes: vault.sentBytes,
          freedBytes: cleared?.freedBytes ?? 0,
          seconds: (Date.now() - begun) / 1000,
          ...(made === undefined ? {} : { recoveryKey: made.recoveryKey }),
        }
        terminal.answer(answer, () =>
          [
            t('cli.backup.done', {
              company: snapshot.company,
              address: target.address,
              total: megabytes(answer.totalBytes),
              sent: megabytes(answer.sentBytes),
              seconds: answer.seconds.toFixed(1),
            }),
            ...(made === undefined ? [] : ['', t('cli.backup.recoveryKey'), '', `  ${made.recoveryKey}`]),
          ].join('\n'),
        )
      })
    })
}

/** Somebody else writes just now: the next run clears up. */
function busyIsFine(error: unknown): undefined {
  if ((error as { code?: unknown }).code !== 'backup.busy') throw error
  return undefined
}

export function addSnapshotsCommand(program: Command, terminal: Terminal): Command {
  const { t } = terminal
  return program
    .command('snapshots')
    .description(t('cli.snapshots.help'))
    .requiredOption('--from <url>', t('cli.restore.from'))
    .option('--check', t('cli.snapshots.check'))
    .action(async ({ from, check = false }: { readonly from: string; readonly check?: boolean }) => {
      const { checkVault, openTarget, Vault } = await import('../../backup')
      const target = openTarget(from, fromEnvironment())
      await closing(target, async () => {
        const vault = await Vault.open(target, await vaultSecret(terminal, false))
        const checked = await checkVault(vault, check)
        if (checked.damaged.length > 0) process.exitCode = 1
        const snapshots = checked.snapshots.map(({ snapshot, good }) => ({
          at: snapshot.takenAt,
          company: snapshot.company,
          host: snapshot.host,
          bytes: snapshot.totalBytes,
          sentBytes: snapshot.sentBytes,
          good,
          name: snapshot.name,
        }))
        terminal.answer({ from: target.address, snapshots, damaged: checked.damaged }, () => {
          const rows = snapshots.map((row) => [
            row.good ? '✓' : '✗',
            formatDateTime(Date.parse(row.at), terminal.language),
            row.company,
            row.host,
            megabytes(row.bytes),
            megabytes(row.sentBytes),
          ])
          const columns = [
            { title: '' },
            { title: t('cli.snapshots.at') },
            { title: t('cli.snapshots.company') },
            { title: t('cli.snapshots.host') },
            { title: 'MB', right: true },
            { title: t('cli.snapshots.sent'), right: true },
          ]
          const lines = checked.damaged.map((name) => `✗ ${name}`)
          return [textTable(columns, rows), '', t('cli.snapshots.count', { count: rows.length }), ...lines].join('\n')
        })
      })
    })
}

export function addRestoreCommand(program: Command, terminal: Terminal): Command {
  const { t } = terminal
  return program
    .command('restore')
    .description(t('cli.restore.help'))
    .requiredOption('--from <url>', t('cli.restore.from'))
    .requiredOption('--to <company>', t('cli.argument.newCompany'))
    .option('--at <time>', t('cli.restore.at'))
    .addOption(new Option('--company <name>', t('cli.restore.company')))
    .action(async ({ from, to, at, company }: RestoreOptions) => {
      const { chooseSnapshot, openTarget, proveCompany, restoreCompany, Vault } = await import('../../backup')
      const begun = Date.now()
      const target = openTarget(from, fromEnvironment())
      await closing(target, async () => {
        const vault = await Vault.open(target, await vaultSecret(terminal, false))
        const { readable } = await vault.snapshots()
        const snapshot = chooseSnapshot(readable, { at: instantOf(at), company })
        const progress = terminal.progress(t('cli.restore.progress'))
        const restored = await restoreCompany(vault, snapshot, to, progress.at)
        progress.end()
        const proof = proveCompany(restored.path)
        if (!proof.ok) process.exitCode = 1
        const answer = {
          to: restored.path,
          at: restored.takenAt,
          company: snapshot.company,
          bytes: restored.bytes,
          files: restored.files,
          verified: proof.ok,
          checks: proof.checks,
          broken: proof.broken,
          damaged: [...vault.damaged],
          seconds: (Date.now() - begun) / 1000,
        }
        terminal.answer(answer, () =>
          [
            t('cli.restore.done', {
              company: snapshot.company,
              at: formatDateTime(Date.parse(restored.takenAt), terminal.language),
              file: restored.path,
            }),
            proof.ok ? t('cli.verify.sound') : [t('cli.verify.broken'), ...proof.broken].join('\n'),
          ].join('\n'),
        )
      })
    })
}

/** A day alone means its end, so that "as of Tuesday" holds Tuesday's work. */
function instantOf(at: string | undefined): string | undefined {
  if (at === undefined) return undefined
  const text = /^\d{4}-\d{2}-\d{2}$/.test(at) ? `${at}T23:59:59.999` : at
  const instant = new Date(text)
  if (Number.isNaN(instant.getTime())) throw new Error(`--at ${at}: YYYY-MM-DD or YYYY-MM-DDThh:mm`)
  return instant.toISOString()
}

const megabytes = (bytes: number): string => `${formatCount(Math.ceil(bytes / 1_000_000))} MB`

async function closing(target: Target, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } finally {
    await target.close()
  }
}
