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
  'sales.read',
  'sales.write',
  'sales.belowCost',
  'sales.release',
  'prices.write',
  'warehouse.read',
  'warehouse.work',
  'warehouse.manage',
  'inventory.read',
  'inventory.adjust',
  'shipping.write',
  'treasury.read',
  'treasury.write',
  'accounting.read',
  'accounting.post',
  'documents.reverse',
  'reports.read',
  'cost.see',
  'devices.manage',
] as const
export type Right = (typeof RIGHTS)[number]

/** Commands change the business in one transaction; queries only read. */
export type CommandMeta = { kind: 'command'; right: Right }
/** `heavy` queries run on a read-only connection in a worker, so that a report never delays a scan. */
export type QueryMeta = { kind: 'query'; right: Right; heavy: boolean }
export type ProcedureMeta = CommandMeta | QueryMeta

type NoErrors = Record<never, never>

/** Names one attempt of one command: sent again, it returns the first answer and changes nothing. */
export const idempotencyKey = z.string().min(8).max(80)

const withKey = { idempotencyKey }

/** A command's contract: input is the given shape and an idempotency key; unknown fields are refused. */
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

/** A query's contract. */
export function query<Shape extends z.ZodRawShape, Output extends z.ZodType>(
  right: Right,
  shape: Shape,
  output: Output,
  options: { heavy?: boolean } = {},
): ContractProcedure<z.ZodObject<Shape, z.core.$strict>, Output, NoErrors, QueryMeta> {
  return oc
    .$meta<QueryMeta>({ kind: 'query', right, heavy: options.heavy ?? false })
    .input(z.strictObject(shape))
    .output(output) as unknown as ContractProcedure<z.ZodObject<Shape, z.core.$strict>, Output, NoErrors, QueryMeta>
}
