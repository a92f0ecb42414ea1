import type { Company } from '../../rooms'
import { commandLineActor } from '../../foundation/access'
import { markAsDemo } from '../../foundation/company'
import { directClient, risingKeys, type Client } from '../direct'
import { demoItems, type DemoLanguage } from './catalogue'
import type { DemoClock } from './crew'
import { demoCustomers, demoSuppliers } from './partners'
import { categories, zones } from './products'
import { Chance } from './random'
import { DEMO_SIGN_INS } from './sign-ins'

export interface Founding {
  readonly seed: number
  readonly pack: 'cn-sbe' | 'generic'
  readonly startsOn: string
}

const CAPITAL_MINOR = 300_000_000

/** Company, people, partners, items and warehouse before the first trading day. */
export function foundCompany(company: Company, clock: DemoClock, founding: Founding): void {
  const { seed, pack, startsOn } = founding
  clock.set(`${startsOn}T00:00:00Z`)
  const language: DemoLanguage = pack === 'cn-sbe' ? 'zh' : 'en'
  const client = directClient(company.dispatcher, commandLineActor(), risingKeys('demo-founding'))
  establish(client, founding, language)
  company.file.tx.within(clock(), () => markAsDemo(company.file.tx, seed))
  for (const customer of demoCustomers(seed, language)) client.parties.addPartner(customer)
  const suppliers = demoSuppliers(seed, language).map((supplier) => client.parties.addPartner(supplier).id)
  addItems(client, seed, language, suppliers)
  client.warehouse.addWarehouse({
    code: 'W1',
    name: language === 'zh' ? '中心仓' : 'Main warehouse',
    zones: zones.map((zone) => ({
      code: zone.code,
      name: zone[language],
      categories: categories.filter((category) => category.zone === zone.code).map((category) => category[language]),
      aisles: zone.aisles,
      baysPerAisle: 20,
      levels: 4,
    })),
    capacityMillilitres: 1_500_000,
    capacityGrams: 1_000_000,
  })
  payCapital(client, startsOn, language)
}

function establish(client: Client, { pack, startsOn }: Founding, language: DemoLanguage): void {
  const [owner, ...others] = DEMO_SIGN_INS
  client.company.establish({
    name: language === 'zh' ? '演示食品百货商行' : 'Demo Food and Household Distribution',
    pack,
    currency: pack === 'cn-sbe' ? 'CNY' : 'EUR',
    locale: language === 'zh' ? 'zh-CN' : 'en',
    login: owner.login,
    userName: owner[language],
    password: owner.password,
    startsOn: `${startsOn.slice(0, 4)}-01-01`,
  })
  for (const person of others) {
    const badge = 'badge' in person ? { badge: person.badge, pin: person.pin } : {}
    client.access.addUser({
      login: person.login,
      name: person[language],
      role: person.role,
      password: person.password,
      ...badge,
    })
  }
}

function addItems(client: Client, seed: number, language: DemoLanguage, suppliers: readonly number[]): void {
  const chance = new Chance(seed, 'sources')
  for (const { categoryKey, ...item } of demoItems(seed, language)) {
    const category = categories.findIndex((entry) => entry.key === categoryKey)
    client.items.addItem({ ...item, supplierId: suppliers[category * 2 + chance.whole(0, 1)] ?? null })
  }
}

function payCapital(client: Client, startsOn: string, language: DemoLanguage): void {
  client.accounting.postVoucher({
    postedOn: startsOn,
    memo: language === 'zh' ? '收到投入资本' : 'Capital paid in',
    lines: [
      { accountCode: accountOf(client, 'bank'), debitMinor: CAPITAL_MINOR },
      { accountCode: accountOf(client, 'capital'), creditMinor: CAPITAL_MINOR },
    ],
  })
}

/** The account that the country pack gives a role. */
export function accountOf(client: Client, role: string): string {
  const account = client.accounting.listAccounts({}).rows.find((row) => row.roles.includes(role))
  if (account === undefined) throw new Error(`the chart has no account for ${role}`)
  return account.code
}
