import { pino, type Logger } from 'pino'

export type Log = Logger

const SECRETS = [
  'password',
  'newPassword',
  'pin',
  'newPin',
  'secret',
  'recoveryKey',
  'token',
  'passphrase',
  'privateKey',
]

/** An error as a log may keep it: what libraries hang on theirs (requests, headers, addresses) stays out. */
function plainError(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error)
  const { code } = error as { code?: unknown }
  const clean = (text: string): string => text.replaceAll(/\/\/[^@/\s]*@/g, '//')
  return {
    type: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    message: clean(error.message),
    stack: clean(error.stack ?? ''),
  }
}

const sinks = new Set<(line: string) => void>()

/** The shell keeps the lines of all processes in a file as well. */
export function alsoLogTo(sink: (line: string) => void): void {
  sinks.add(sink)
}

/**
 * JSON lines on standard error, so that standard output stays the program's answer. Never passwords, PINs or amounts:
 * callers log codes and ids; what looks like a secret all the same is left out here.
 */
export const log: Log = pino(
  {
    level: process.env['KONTOR_LOG'] ?? 'warn',
    base: null,
    serializers: { err: plainError },
    redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), remove: true },
  },
  pino.multistream([
    { level: 'trace', stream: pino.destination({ dest: 2, sync: true }) },
    { level: 'trace', stream: { write: (line: string) => sinks.forEach((sink) => sink(line)) } },
  ]),
)
