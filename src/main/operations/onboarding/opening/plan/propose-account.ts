import { chartOf, type Pack, type Role } from '../../../../ledgers/accounting'
import { accountOf, type Family } from './families'
import { plain } from '../tables/cells'

/** An account of the company's books. */
export interface OwnAccount {
  readonly id: number
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly parentId: number | null
  readonly isPostable: boolean
  readonly isActive: boolean
  /** What it is kept in; null: the books' own. */
  readonly currency: string | null
  readonly roles: readonly string[]
}

export interface OwnChart {
  readonly pack: Pack
  readonly byCode: ReadonlyMap<string, OwnAccount>
  readonly byRole: ReadonlyMap<string, OwnAccount>
  readonly childrenOf: ReadonlyMap<number, readonly OwnAccount[]>
}

export type ProposedBy = 'chosen' | 'code' | 'family' | 'name' | 'none'

export interface Proposal {
  readonly account: OwnAccount | undefined
  readonly by: ProposedBy
}

const takes = (account: OwnAccount | undefined): account is OwnAccount =>
  account !== undefined && account.isPostable && account.isActive

/** Where the balance of an old account goes, and why. */
export function proposeAccount(
  own: OwnChart,
  family: Family | undefined,
  old: { readonly code: string; readonly name: string },
): Proposal {
  const isOwnFamily = family === own.pack
  const exact = isOwnFamily ? own.byCode.get(old.code) : undefined
  if (takes(exact)) return { account: exact, by: 'code' }
  const known = family === undefined ? undefined : targetOf(own, family, old.code)
  const settled = known === undefined ? undefined : placeIn(own, known, old.name)
  if (settled !== undefined) return { account: settled, by: isOwnFamily ? 'code' : 'family' }
  const named = byName(own, old.name)
  return named === undefined ? { account: undefined, by: 'none' } : { account: named, by: 'name' }
}

/** The account that a family's account becomes here; across the packs by the role that both give it. */
function targetOf(own: OwnChart, family: Family, code: string): OwnAccount | undefined {
  const found = accountOf(family, code)
  if (found?.to === undefined) return undefined
  const theirs: Pack = family === 'generic' ? 'generic' : 'cn-sbe'
  if (theirs === own.pack) return own.byCode.get(found.to)
  const roles = Object.entries(chartOf(theirs).roles) as [Role, string][]
  const role = roles.find(([, played]) => played === found.to || played.startsWith(found.to ?? ' '))?.[0]
  return role === undefined ? undefined : own.byRole.get(role)
}

/** Words that tell the parts of an account apart, the more telling first. */
const PART_WORDS: readonly (readonly [RegExp, Role])[] = [
  [/进项税额?转出/, 'input-tax-transferred-out'],
  [/转出未交/, 'vat-transferred-out'],
  [/未交增值税/, 'vat-unpaid'],
  [/待(认证|抵扣)/, 'input-tax-pending'],
  [/进项/, 'input-tax'],
  [/销项/, 'output-tax'],
  [/城市?维护|城建/, 'construction-tax-payable'],
  [/地方教育/, 'local-education-surcharge-payable'],
  [/教育费附加/, 'education-surcharge-payable'],
  [/印花/, 'stamp-duty-payable'],
  [/企业所得税/, 'income-tax-payable'],
  [/暂估/, 'goods-received-not-invoiced'],
]
/** What the balance of an account as a whole goes to where nothing tells its part. */
const WHOLE: readonly Role[] = ['payable', 'receivable', 'stock', 'bank', 'cash']

/** The account itself, or the part of it that the old name means. */
function placeIn(own: OwnChart, account: OwnAccount, name: string): OwnAccount | undefined {
  const parts = descendants(own, account).filter(takes)
  if (takes(account) && parts.length === 0) return account
  const text = plain(name)
  const byWord = PART_WORDS.find(([words]) => words.test(text))?.[1]
  const worded = byWord === undefined ? undefined : parts.find(({ roles }) => roles.includes(byWord))
  if (worded !== undefined) return worded
  const last = (own: string): string => plain(own.split(/[—–-]/).at(-1) ?? own)
  const named = parts.find(({ zh, en }) => [zh, en].some((part) => text.endsWith(last(part))))
  if (named !== undefined) return named
  // An account of one's own beside its parts still takes postings itself.
  if (takes(account)) return account
  return (
    parts.find(({ roles }) => WHOLE.some((role) => roles.includes(role))) ?? parts.find(({ zh }) => zh.endsWith('其他'))
  )
}

function descendants(own: OwnChart, account: OwnAccount): OwnAccount[] {
  return (own.childrenOf.get(account.id) ?? []).flatMap((child) => [child, ...descendants(own, child)])
}

function byName(own: OwnChart, name: string): OwnAccount | undefined {
  const text = plain(name)
  if (text === '') return undefined
  const accounts = [...own.byCode.values()]
  const same = accounts.find(({ zh, en }) => plain(zh) === text || plain(en) === text)
  return same === undefined ? undefined : placeIn(own, same, name)
}
