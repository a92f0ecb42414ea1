import type { consignment as en } from '../../en/refusals/consignment'
import type { SameKeys } from '../../same-keys'

export const consignment: SameKeys<typeof en> = {
  nothingThere: '{{customer}} 处没有本公司的货物。请先送货。',
}
