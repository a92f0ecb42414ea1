import type { reports as en } from '../../en/refusals/reports'
import type { SameKeys } from '../../same-keys'

export const reports: SameKeys<typeof en> = {
  fromAfterTo: '报表起始日 {{from}} 晚于截止日 {{to}}。请改早起始日或改晚截止日。',
}
