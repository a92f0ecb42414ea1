import type { Check } from '../../kernel/check'

/** What no room can prove alone. */
export const checks: readonly Check[] = []
