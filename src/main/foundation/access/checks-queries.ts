import type { Check } from '../../kernel/check'

export const checks: readonly Check[] = [
  {
    name: 'somebody can open the door',
    run(reader) {
      const { people, owners } = reader.first<{ people: number; owners: number }>(`
        SELECT count(*) AS people, coalesce(sum(role = 'owner' AND active = 1), 0) AS owners FROM access_user`) ?? {
        people: 0,
        owners: 0,
      }
      const isWell = people === 0 || owners > 0
      return { ok: isWell, examined: people, detail: isWell ? '' : 'there is no active owner' }
    },
  },
]
