import { NO_LIMITS, RIGHTS, type Limits, type Right } from '../../../shared/contracts/procedure'
import { refuse } from '../../../shared/errors'
import type { Reader, Tx } from '../../kernel/db'
import type { Actor } from '../../kernel/dispatch'
import { isPreset, presetLimits, presetRights, type Preset } from './presets'
import { roleStore } from './role-store'

/** Nobody works without these: a role can't be without them. */
const ALWAYS: readonly Right[] = ['public', 'signedIn']

export interface Role {
  readonly code: string
  /** '' for a preset: its name is in the language of whoever reads */
  readonly name: string
  readonly basedOn: Preset
  readonly rights: ReadonlySet<Right>
  readonly limits: Limits
  readonly warehouseIds: readonly number[] | null
}

export const OWNER: Role = {
  code: 'owner',
  name: '',
  basedOn: 'owner',
  rights: presetRights('owner'),
  limits: NO_LIMITS,
  warehouseIds: null,
}

/** Rights, limits and places of a role as they are now. Refuses `access.roleUnknown`. */
export function roleOf(reader: Reader, code: string): Role {
  if (code === 'owner') return OWNER
  const row = roleStore.byCode(reader, code) ?? refuse('access.roleUnknown', {}, 'role')
  const rights = new Set(presetRights(row.based_on))
  for (const change of roleStore.changesOf(reader, code)) {
    // A right that this version no longer knows grants nothing.
    const right = RIGHTS.find((known) => known === change.right_name)
    if (right === undefined) continue
    if (change.granted === 1) rights.add(right)
    else rights.delete(right)
  }
  const warehouses = roleStore.warehousesOf(reader, code)
  return {
    code,
    name: row.name,
    basedOn: row.based_on,
    rights,
    limits: { discountMicro: row.discount_micro, purchaseMinor: row.purchase_minor },
    warehouseIds: warehouses.length === 0 ? null : warehouses,
  }
}

/** What an actor brings of his role. */
export const powersOf = (role: Role): Pick<Actor, 'role' | 'rights' | 'limits' | 'warehouseIds'> => ({
  role: role.code,
  rights: role.rights,
  limits: role.limits,
  warehouseIds: role.warehouseIds,
})

export function listRoles(reader: Reader) {
  const users = roleStore.usersPerRole(reader)
  const order = (code: string): number => (isPreset(code) ? 0 : 1)
  return roleStore
    .all(reader)
    .map((row) => roleOf(reader, row.code))
    .toSorted((a, b) => order(a.code) - order(b.code) || a.name.localeCompare(b.name))
    .map((role) => ({
      code: role.code,
      name: role.name,
      basedOn: role.basedOn,
      rights: [...role.rights],
      presetRights: [...presetRights(role.basedOn)],
      limits: role.limits,
      presetLimits: presetLimits(role.basedOn),
      warehouseIds: [...(role.warehouseIds ?? [])],
      users: users.get(role.code) ?? 0,
    }))
}

export interface SavedRole {
  readonly code?: string | undefined
  readonly name: string
  readonly basedOn: Preset
  readonly rights: readonly Right[]
  readonly limits: Limits
  readonly warehouseIds: readonly number[]
}

/** Makes a role, or changes one: a preset's rights too, but never the owner's. */
export function saveRole(tx: Tx, actor: Actor, saved: SavedRole): string {
  if (saved.basedOn === 'owner' || saved.code === 'owner') refuse('access.ownerRoleFixed', {}, 'code')
  requireOwnRights(actor, saved.rights)
  const before = saved.code === undefined ? undefined : roleOf(tx, saved.code)
  // Whoever may not do a thing may not take it from others either, or a role above his own could be emptied.
  if (before !== undefined) requireOwnRights(actor, before.rights)
  const code = before?.code ?? newCode(tx)
  const basedOn = before?.basedOn ?? saved.basedOn
  const name = isPreset(code) ? '' : saved.name.trim()
  if (!isPreset(code) && name === '') refuse('access.roleNeedsName', {}, 'name')
  const isTaken = roleStore.all(tx).some((row) => row.code !== code && row.name !== '' && row.name === name)
  if (isTaken) refuse('access.roleNameTaken', { name }, 'name')
  if (before === undefined) roleStore.insert(tx, code, name, basedOn)
  roleStore.update(tx, code, name, saved.limits)
  const preset = presetRights(basedOn)
  const rights = new Set([...saved.rights, ...ALWAYS])
  roleStore.setChanges(
    tx,
    code,
    RIGHTS.filter((right) => rights.has(right) !== preset.has(right)).map((right) => ({
      right,
      isGranted: rights.has(right),
    })),
  )
  roleStore.setWarehouses(tx, code, [...new Set(saved.warehouseIds)])
  tx.announce({ kind: 'access.roleSaved', role: code })
  return code
}

/** A role that somebody holds or held stays: the trail and the list of people speak of it. */
export function removeRole(tx: Tx, code: string): void {
  const role = roleOf(tx, code)
  if (isPreset(role.code)) refuse('access.presetStays', {}, 'code')
  if (roleStore.wasEverHeld(tx, code)) refuse('access.roleInUse', { name: role.name }, 'code')
  roleStore.remove(tx, code)
  tx.announce({ kind: 'access.roleRemoved', role: code })
}

/** Nobody hands out more than he may do himself: only an owner makes an owner. */
export function requireOwnRights(actor: Actor, rights: Iterable<Right>): void {
  for (const right of rights) if (!actor.rights.has(right)) refuse('access.moreThanYourRights', { right }, 'role')
}

function newCode(reader: Reader): string {
  const numbers = roleStore.all(reader).map(({ code }) => Number(/^own-(\d+)$/.exec(code)?.[1] ?? 0))
  return `own-${Math.max(0, ...numbers) + 1}`
}
