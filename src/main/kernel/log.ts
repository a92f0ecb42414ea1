import { pino, type Logger } from 'pino'

export type Log = Logger

/**
 * JSON lines on standard error, so that standard output stays the program's answer. Never passwords, PINs or amounts:
 * callers log codes and ids.
 */
export const log: Log = pino(
  { level: process.env['KONTOR_LOG'] ?? 'warn', base: null },
  pino.destination({ dest: 2, sync: true }),
)
