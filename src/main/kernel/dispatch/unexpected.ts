import { randomUUID } from 'node:crypto'
import { Refusal } from '../../../shared/errors'
import { FigureTooLarge } from '../../../shared/values/integers'
import { log } from '../log'

/** What a person is told of an error that no rule foresaw: a full disk by its name, a bug by a reference into the log. */
export function unexpected(procedure: string, error: unknown): Refusal {
  if (error instanceof FigureTooLarge) return new Refusal('app.figureTooLarge')
  const code = (error as { code?: unknown } | null)?.code
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_WRITE' || code === 'ENOSPC') return new Refusal('app.diskFull')
  if (code === 'SQLITE_BUSY') return new Refusal('app.fileBusy')
  const reference = randomUUID().slice(0, 8)
  log.error({ err: error, procedure, reference }, 'unexpected failure')
  return new Refusal('app.unexpected', { reference })
}
