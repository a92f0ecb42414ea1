import cnCas from '../../../../../../resources/account-families/cn-cas.json' with { type: 'json' }
import cnOld from '../../../../../../resources/account-families/cn-old.json' with { type: 'json' }
import { chartOf, type Pack } from '../../../../ledgers/accounting'
import { plain } from '../tables/cells'
import type { BalanceRow } from '../tables/trial-balance'

/** 企业会计准则 (2006), 小企业会计制度 (2004), or one of the packs. */
export type Family = Pack | 'cn-cas' | 'cn-old'

interface FamilyAccount {
  readonly code: string
  readonly zh: string
  readonly en?: string
  /** The account of `cn-sbe` that takes its balance; undefined: there is none like it. */
  readonly to?: string
}

const ownOf = (pack: Pack): readonly FamilyAccount[] => chartOf(pack).accounts.map((one) => ({ ...one, to: one.code }))
const FAMILIES: Readonly<Record<Family, () => readonly FamilyAccount[]>> = {
  'cn-sbe': () => ownOf('cn-sbe'),
  generic: () => ownOf('generic'),
  'cn-cas': () => cnCas,
  'cn-old': () => cnOld,
}

/** The account of a family that a code is, or is a part of. */
export function accountOf(family: Family, code: string): FamilyAccount | undefined {
  let found: FamilyAccount | undefined
  for (const account of FAMILIES[family]()) {
    if (code.startsWith(account.code) && account.code.length > (found?.code.length ?? 0)) found = account
  }
  return found
}

/**
 * Which chart the old books were kept by: the one whose accounts these are by code and name. The company's own comes
 * first where two fit alike; undefined where none of them names a single account.
 */
export function familyOf(rows: readonly BalanceRow[], pack: Pack): Family | undefined {
  const order: readonly Family[] = [...new Set<Family>([pack, 'cn-sbe', 'cn-cas', 'cn-old', 'generic'])]
  let best: { family: Family; fits: number } | undefined
  for (const family of order) {
    const fits = rows.filter(({ code, name }) => {
      const account = accountOf(family, code)
      if (account === undefined) return false
      const text = plain(name)
      // Reports give the whole path of a part: 银行存款_工行.
      return [account.zh, account.en ?? ''].some((known) => known !== '' && text.startsWith(plain(known)))
    }).length
    if (fits > (best?.fits ?? 0)) best = { family, fits }
  }
  return best?.family
}
