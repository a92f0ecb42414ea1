import { oc, type ContractProcedure } from '@orpc/contract'
import { z } from 'zod'

/** What a person may do. Roles are sets of rights; the dispatcher asks for a right, never for a role. */
export const RIGHTS = [
  'public', // before sign-in
  'signedIn',
  'company.manage',
  'access.manage',
  'audit.read',
  'backup.manage',
  'data.export',
  'items.read',
  'items.write',
  'parties.read',
  'parties.write',
  'purchasing.read',
  'purchasing.write',
  'purchasing.post',
  'purchasing.release',
  'sales.read',
  'sales.write',
  'sales.post',
  'sales.belowCost',
  'sales.release',
  'prices.write',
  'warehouse.read',
  'warehouse.work',
  'warehouse.manage',
  'inventory.read',
  'inventory.adjust',
  'inventory.approve',
  'shipping.write',
  'treasury.read',
  'treasury.write',
  'treasury.writeOff',
  'accounting.read',
  'accounting.post',
  'periods.close',
  'periods.reopen',
  'documents.reverse',
  'reports.read',
  'cost.see',
  'devices.manage',
] as const
export type Right = (typeof RIGHTS)[number]

/** How far a right reaches; null: as far as one likes. */
export interface Limits {
  /** of the list price, in micro */
  readonly discountMicro: number | null
  /** of one purchase order, with tax */
  readonly purchaseMinor: number | null
}
export const NO_LIMITS: Limits = { discountMicro: null, purchaseMinor: null }

/** Commands change the business in one transaction; queries only read. */
export type CommandMeta = { kind: 'command'; right: Right }
/** `heavy` queries run on a read-only connection in a worker, so that a report never delays a scan. */
/** What `leaves` answers a paper or an export of the company's data: the trail keeps that it was taken. */
export type QueryMeta = { kind: 'query'; right: Right; heavy: boolean; leaves: boolean }
export type ProcedureMeta = CommandMeta | QueryMeta

type NoErrors = Record<never, never>

/** Names one attempt of one command: sent again, it returns the first answer and changes nothing. */
export const idempotencyKey = z.string().min(8).max(80)

/** Somebody who may allow what this person may not, standing beside: name, and PIN or password. */
export const approval = z.strictObject({ login: z.string().trim().min(1).max(40), pin: z.string().min(1).max(200) })

const withKey = { idempotencyKey, approval: approval.optional() }

/** A command's contract: input is the given shape, an idempotency key and perhaps an approval; unknown fields are refused. */
export function command<Shape extends z.ZodRawShape, Output extends z.ZodType>(
  right: Right,
  shape: Shape,
  output: Output,
): ContractProcedure<z.ZodObject<Shape & typeof withKey, z.core.$strict>, Output, NoErrors, CommandMeta> {
  const input = z.strictObject({ ...shape, ...withKey })
  return oc.$meta<CommandMeta>({ kind: 'command', right }).input(input).output(output) as unknown as ContractProcedure<
    z.ZodObject<Shape & typeof withKey, z.core.$strict>,
    Output,
    NoErrors,
    CommandMeta
  >
}

const isPaper = (output: z.ZodType): boolean =>
  output instanceof z.ZodObject && 'fileName' in output.shape && ('pdf' in output.shape || 'base64' in output.shape)

/** A query's contract. One that answers a paper leaves the program, unless it says otherwise. */
export function query<Shape extends z.ZodRawShape, Output extends z.ZodType>(
  right: Right,
  shape: Shape,
  output: Output,
  options: { heavy?: boolean; leaves?: boolean } = {},
): ContractProcedure<z.ZodObject<Shape, z.core.$strict>, Output, NoErrors, QueryMeta> {
  const leaves = options.leaves ?? isPaper(output)
  return oc
    .$meta<QueryMeta>({ kind: 'query', right, heavy: options.heavy ?? false, leaves })
    .input(z.strictObject(shape))
    .output(output) as unknown as ContractProcedure<z.ZodObject<Shape, z.core.$strict>, Output, NoErrors, QueryMeta>
}
