import type { access as en } from '../en/access'
import type { SameKeys } from '../same-keys'

export const access: SameKeys<typeof en> = {
  roles: { owner: '老板', bookkeeper: '会计', clerk: '仓库员' },
}
