import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { refuse } from '../../../../shared/errors'
import type { TargetSignIn } from '../../backup'
import type { VaultSecret } from '../../backup'
import type { Terminal } from '../terminal'

const LEAST_PASSPHRASE = 8

/** How to sign in to a target, where its address does not say: addresses end up in lists of processes. */
export function fromEnvironment(): TargetSignIn {
  const { KONTOR_TARGET_USER, KONTOR_TARGET_SECRET, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = process.env
  if (KONTOR_TARGET_USER !== undefined) return { user: KONTOR_TARGET_USER, secret: KONTOR_TARGET_SECRET }
  return AWS_ACCESS_KEY_ID === undefined ? {} : { user: AWS_ACCESS_KEY_ID, secret: AWS_SECRET_ACCESS_KEY }
}

/** From KONTOR_PASSPHRASE or KONTOR_RECOVERY_KEY, else asked on the terminal. */
export async function vaultSecret(terminal: Terminal, isNew: boolean): Promise<VaultSecret> {
  const { KONTOR_PASSPHRASE, KONTOR_RECOVERY_KEY } = process.env
  if (!isNew && KONTOR_RECOVERY_KEY) return { recoveryKey: KONTOR_RECOVERY_KEY }
  const passphrase = KONTOR_PASSPHRASE || (await askSecret(terminal, terminal.t('cli.backup.passphrase')))
  if (isNew && passphrase.length < LEAST_PASSPHRASE) refuse('backup.passphraseTooShort', { least: LEAST_PASSPHRASE })
  return { passphrase }
}

/** Asks on the terminal without showing what is typed; refused where nobody can answer. */
async function askSecret(terminal: Terminal, question: string): Promise<string> {
  if (terminal.json || !process.stdin.isTTY) refuse('backup.passphraseNeeded')
  process.stderr.write(`${question}: `)
  const silent = new Writable({ write: (_piece, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true })
  try {
    return await new Promise<string>((resolve) => lines.question('', resolve))
  } finally {
    lines.close()
    process.stderr.write('\n')
  }
}
