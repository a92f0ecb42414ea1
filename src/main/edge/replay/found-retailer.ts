import { commandLineActor } from '../../foundation/access'
import type { Company } from '../../rooms'
import { DEMO_SIGN_INS } from '../demo'
import { directClient, risingKeys } from '../direct'
import type { Survey } from './survey'

const BAYS = 50
const LEVELS = 5

/** The company of the replay: pounds, no tax, one warehouse with a bin for every code. Returns the warehouse. */
export function foundRetailer(company: Company, survey: Survey): number {
  const client = directClient(company.dispatcher, commandLineActor(), risingKeys('replay-founding'))
  const [owner, ...others] = DEMO_SIGN_INS
  const year = survey.firstDay === '' ? '2010' : survey.firstDay.slice(0, 4)
  client.company.establish({
    name: 'Giftware Wholesale',
    pack: 'generic',
    currency: 'GBP',
    locale: 'en',
    login: owner.login,
    userName: owner.en,
    password: owner.password,
    startsOn: `${year}-01-01`,
  })
  for (const person of others) {
    const badge = 'badge' in person ? { badge: person.badge, pin: person.pin } : {}
    client.access.addUser({
      login: person.login,
      name: person.en,
      role: person.role,
      password: person.password,
      ...badge,
    })
  }
  const aisles = Math.min(100, Math.max(2, Math.ceil((survey.codes.size * 1.2) / (BAYS * LEVELS))))
  return client.warehouse.addWarehouse({
    code: 'W1',
    name: 'Warehouse',
    zones: [{ code: 'A', name: 'Giftware', categories: [], aisles, baysPerAisle: BAYS, levels: LEVELS }],
  }).id
}
