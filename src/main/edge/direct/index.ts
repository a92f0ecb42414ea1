/**
 * Procedures called in this very process, typed by the contract: the command line, demonstration days, replays and
 * measurements use it. Same dispatcher, same rights, same trail as a window. Owns no table.
 */
import type { ContractProcedure } from '@orpc/contract'
import type { z } from 'zod'
import { contract, type Contract } from '../../../shared/contracts'
import type { Actor, Dispatcher } from '../../kernel/dispatch'

type Input<P> =
  P extends ContractProcedure<infer I extends z.ZodType, z.ZodType, infer _E, infer _M>
    ? Omit<z.input<I>, 'idempotencyKey'> & { idempotencyKey?: string }
    : never
type Output<P> =
  P extends ContractProcedure<z.ZodType, infer O extends z.ZodType, infer _E, infer _M> ? z.output<O> : never

/** `client.sales.confirmOrder({ id })` */
export type Client = {
  readonly [R in keyof Contract]: {
    readonly [V in keyof Contract[R]]: (input: Input<Contract[R][V]>) => Output<Contract[R][V]>
  }
}

/** What `client.<room>.<verb>` takes and gives. */
export type InputOf<R extends keyof Contract, V extends keyof Contract[R]> = Input<Contract[R][V]>
export type OutputOf<R extends keyof Contract, V extends keyof Contract[R]> = Output<Contract[R][V]>

/**
 * All procedures as one person. `nextKey` makes the idempotency key of a command that brings none: keys that rise keep
 * the stored answers in one end of their table, which matters when there are a million of them.
 */
export function directClient(dispatcher: Dispatcher, actor: Actor, nextKey: () => string): Client {
  const client: Record<string, Record<string, (input: object) => unknown>> = {}
  for (const [room, verbs] of Object.entries(contract)) {
    const procedures: Record<string, (input: object) => unknown> = {}
    for (const verb of Object.keys(verbs)) {
      const name = `${room}.${verb}`
      procedures[verb] = dispatcher.isCommand(name)
        ? (input) => dispatcher.call(actor, name, { idempotencyKey: nextKey(), ...input })
        : (input) => dispatcher.call(actor, name, input)
    }
    client[room] = procedures
  }
  return client as unknown as Client
}

/** Keys `<prefix>-0000001`, `<prefix>-0000002`, ... */
export function risingKeys(prefix: string): () => string {
  let taken = 0
  return () => {
    taken += 1
    return `${prefix}-${String(taken).padStart(7, '0')}`
  }
}
