/** Companies for the window, made beforehand through the dispatcher, as the first-run page makes them. */
import { commandLineActor } from '../../src/main/foundation/access'
import { createCompanyFile, openCompany } from '../../src/main/rooms'
import { clientOf } from './company'

export const OWNER = { login: 'owner', name: 'Owner', password: 'seven grey geese' } as const

interface FirstCompany {
  readonly name?: string
  readonly pack?: 'cn-sbe' | 'generic'
}

/** A fresh company that knows its owner and nothing else. */
export function createFirstCompany(
  path: string,
  { name = 'Harbour Street Trading', pack = 'generic' }: FirstCompany = {},
): void {
  createCompanyFile(path)
  const company = openCompany(path, { mode: 'write' })
  const client = clientOf(() => company, commandLineActor('test'))
  client.company.establish({
    name,
    pack,
    currency: pack === 'cn-sbe' ? 'CNY' : 'EUR',
    locale: pack === 'cn-sbe' ? 'zh-CN' : 'en',
    login: OWNER.login,
    userName: OWNER.name,
    password: OWNER.password,
    startsOn: `${new Date().getUTCFullYear()}-01-01`,
  })
  company.close()
}
