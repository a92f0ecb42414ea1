import { ORPCError, os, type AnyRouter } from '@orpc/server'
import { contract } from '../../../shared/contracts'
import { Refusal } from '../../../shared/errors'
import { log } from '../../kernel/log'
import type { Connection } from './connection'

export interface WireContext {
  readonly connection: Connection
}

/** One oRPC procedure per contract; input is checked by the dispatcher, once, whichever way it came. */
export function wireRouter(): AnyRouter {
  const base = os.$context<WireContext>()
  const rooms = Object.entries(contract).map(([room, verbs]) => [
    room,
    Object.fromEntries(
      Object.keys(verbs).map((verb) => [
        verb,
        base.handler(async ({ context, input }) => {
          try {
            return await context.connection.call(`${room}.${verb}`, input)
          } catch (error) {
            throw asWireError(error)
          }
        }),
      ]),
    ),
  ])
  const watch = base.handler(async function* ({ context, signal }) {
    try {
      yield* context.connection.watch(signal)
    } catch (error) {
      throw asWireError(error)
    }
  })
  return { ...(Object.fromEntries(rooms) as object), live: { watch } } as AnyRouter
}

/** Statuses that an HTTP client understands without reading the code. */
const STATUS: Readonly<Record<string, number>> = {
  'access.signInFirst': 401,
  'access.signInFailed': 401,
  'access.rightMissing': 403,
  'access.tooManyAttempts': 429,
  'app.unexpected': 500,
  'app.diskFull': 507,
}

function asWireError(error: unknown): unknown {
  if (error instanceof Refusal) {
    const data = error.toData()
    return new ORPCError('REFUSED', { status: STATUS[error.code] ?? 422, message: error.code, data })
  }
  log.error({ err: error }, 'a failure outside the dispatcher')
  return error
}
