import type { AnyContractProcedure, ContractProcedure } from '@orpc/contract'
import type { z } from 'zod'
import type { CommandMeta, Limits, QueryMeta, Right } from '../../../shared/contracts/procedure'
import type { Refusal } from '../../../shared/errors'
import type { Reader, Tx } from '../db'

/** Who acts, from where. Made by the access room (sign-in) or by composition (command line), never by a caller. */
export interface Actor {
  readonly userId: number
  readonly name: string
  readonly role: string
  readonly rights: ReadonlySet<Right>
  readonly limits: Limits
  /** The warehouses whose goods and documents this person works with and sees; null: all of them. */
  readonly warehouseIds: readonly number[] | null
  /** Who stands behind this one command with more rights (then they are in `rights` too). */
  readonly backedBy?: Pick<Actor, 'userId' | 'name'>
  /** Signed in, but away: can do nothing until the PIN or password is given. */
  readonly isLocked?: boolean
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

/** Proves who allows a command, by name and PIN; refuses, with the attempt kept, whoever may not give it himself. */
export type ApprovalPort = (tx: Tx, actor: Actor, approval: { login: string; pin: string }, right: Right) => Actor

export type AuditPort = (tx: Tx, line: AuditLine) => void

/** A command as a person would give it. */
export interface GivenCommand {
  readonly name: string
  readonly input: Readonly<Record<string, unknown>>
}

/** What the dispatcher lends to a room whose command is made of others: they are given with the rights of whoever asks. */
export interface GivingPort {
  /** Gives one; it is done whole or, with the refusal that is answered, not at all. */
  giveInside(actor: Actor, name: string, input: unknown): { readonly answer: unknown } | Refusal
  /** Does work and takes all of it back. */
  tryOut<T>(work: () => T): T
}
