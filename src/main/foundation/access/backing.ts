import type { Limits } from '../../../shared/contracts/procedure'
import { refuseUnlessAllowed, type Need } from '../../../shared/errors'
import type { Actor } from '../../kernel/dispatch'

type Backer = Pick<Actor, 'userId' | 'name' | 'rights' | 'limits' | 'warehouseIds'>

const wider = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : Math.max(a, b))

/** The person with somebody behind him: the rights of both, the wider limits, the places of both. */
export function backedBy(actor: Actor, backer: Backer): Actor {
  return {
    ...actor,
    rights: new Set([...actor.rights, ...backer.rights]),
    limits: {
      discountMicro: wider(actor.limits.discountMicro, backer.limits.discountMicro),
      purchaseMinor: wider(actor.limits.purchaseMinor, backer.limits.purchaseMinor),
    },
    warehouseIds:
      actor.warehouseIds === null || backer.warehouseIds === null
        ? null
        : [...new Set([...actor.warehouseIds, ...backer.warehouseIds])],
    backedBy: { userId: backer.userId, name: backer.name },
  }
}

/** Who answers for what goes beyond the everyday: whoever stands behind the command, or the person himself. */
export const answerableFor = (actor: Actor): number => actor.backedBy?.userId ?? actor.userId

/** Refuses what goes over the person's limit; somebody with a wider one may allow it. */
export function requireWithin(
  actor: Actor,
  limit: keyof Limits,
  value: number,
  refusal: {
    readonly code: string
    readonly params: Readonly<Record<string, string | number>>
    readonly field?: string
  },
): void {
  const most = actor.limits[limit]
  if (most !== null && value > most) {
    refuseUnlessAllowed(`${limit}:${value}`, refusal.code, { ...refusal.params, most }, refusal.field)
  }
}

/** Whether this person could allow what a refusal asks for. */
export function mayAllow(backer: Pick<Backer, 'rights' | 'limits' | 'warehouseIds'>, need: Need): boolean {
  const [kind = '', value = ''] = need.split(':')
  if (kind === 'right') return [...backer.rights].some((right) => right === value)
  if (kind === 'places') return backer.warehouseIds === null
  if (kind !== 'discountMicro' && kind !== 'purchaseMinor') return false
  const most = backer.limits[kind]
  return most === null || Number(value) <= most
}
