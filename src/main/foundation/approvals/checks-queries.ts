import type { Check } from '../../kernel/check'

export const CHECKS: readonly Check[] = [
  {
    name: 'granted requests',
    run(reader) {
      // Granted and done are one transaction: the trail has the command, with whoever stood behind it.
      const wrong = reader.first<{ id: number; examined: number }>(`
        SELECT r.id FROM approvals_request r
        WHERE r.state = 'granted' AND (r.decided_by IS NULL OR r.decided_by = r.asked_by)
        LIMIT 1`)
      const examined = reader.first<{ count: number }>('SELECT count(*) AS count FROM approvals_request')?.count ?? 0
      return {
        ok: wrong === undefined,
        examined,
        detail: wrong === undefined ? '' : `request ${wrong.id} was granted by nobody, or by the person who asked`,
      }
    },
  },
]
