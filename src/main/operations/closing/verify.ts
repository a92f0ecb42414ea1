import type { Check } from '../../kernel/check'
import { sealOf } from '../../ledgers/accounting'
import { closingStore } from './closing-store'

/** Every closed month holds to the cent, line by line, what it held when it was closed. */
const sealed: Check = {
  name: 'closing.closedMonthsUnchanged',
  run(reader) {
    const months = closingStore.sealed(reader)
    const broken = months.find(({ id, hash }) => hash !== sealOf(reader, id).hash)
    if (broken !== undefined) {
      const what = broken.hash === null ? 'is closed without a seal' : 'is not what it was when it was closed'
      return { ok: false, examined: months.length, detail: `${broken.startsOn.slice(0, 7)} ${what}` }
    }
    return {
      ok: true,
      examined: months.length,
      detail: months.length === 0 ? 'nothing to examine' : `${months.length} closed months hold`,
    }
  },
}

export const checks: readonly Check[] = [sealed]
