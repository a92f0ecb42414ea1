import type { AnyContractProcedure, ContractProcedure } from '@orpc/contract'
import type { z } from 'zod'
import type { CommandMeta, QueryMeta, Right } from '../../../shared/contracts/procedure'
import type { Reader, Tx } from '../db'

/** Who acts, from where. Made by the access room (sign-in) or by composition (command line), never by a caller. */
export interface Actor {
  readonly userId: number
  readonly name: string
  readonly role: string
  readonly rights: ReadonlySet<Right>
  /** The place of work: a PC's name, a handheld, `command line`. */
  readonly station: string
  readonly sessionId: number | null
}

/** What a handler of a contract looks like: a command writes through `tx`, a query only reads. */
export type Handler<Procedure> =
  Procedure extends ContractProcedure<infer Input, infer Output, infer _Errors, infer Meta>
    ? Input extends z.ZodType
      ? Output extends z.ZodType
        ? Meta extends CommandMeta
          ? (tx: Tx, actor: Actor, input: z.output<Input>) => z.input<Output>
          : Meta extends QueryMeta
            ? (reader: Reader, actor: Actor, input: z.output<Input>) => z.input<Output>
            : never
        : never
      : never
    : never

export type Handlers<RoomContract> = { readonly [Name in keyof RoomContract]: Handler<RoomContract[Name]> }

export type AnyHandler = (connection: never, actor: Actor, input: never) => unknown
export type ContractTree = Readonly<Record<string, Readonly<Record<string, AnyContractProcedure>>>>
export type HandlerTree = Readonly<Record<string, Readonly<Record<string, AnyHandler>>>>

/** One line of the audit trail, as the dispatcher hands it over. */
export interface AuditLine {
  readonly actor: Actor
  readonly procedure: string
  readonly outcome: 'done' | 'refused' | 'failed'
  readonly refusalCode: string | null
  /** The input without secrets, as JSON. */
  readonly detail: string
  readonly facts: readonly string[]
}

export type AuditPort = (tx: Tx, line: AuditLine) => void
