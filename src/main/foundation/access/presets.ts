import { NO_LIMITS, RIGHTS, type Limits, type Right } from '../../../shared/contracts/procedure'

export const PRESETS = ['owner', 'bookkeeper', 'clerk', 'salesperson', 'accountant'] as const
export type Preset = (typeof PRESETS)[number]

const EVERYBODY: readonly Right[] = ['public', 'signedIn', 'items.read', 'parties.read']

const CLERK: readonly Right[] = [
  ...EVERYBODY,
  'purchasing.read',
  'sales.read',
  'warehouse.read',
  'warehouse.work',
  'inventory.read',
  'shipping.write',
]

const BOOKKEEPER: readonly Right[] = [
  ...CLERK,
  'items.write',
  'parties.write',
  'purchasing.write',
  'purchasing.post',
  'sales.write',
  'sales.post',
  'prices.write',
  'warehouse.manage',
  'inventory.adjust',
  'treasury.read',
  'treasury.write',
  'treasury.writeOff',
  'accounting.read',
  'accounting.post',
  'periods.close',
  'documents.reverse',
  'reports.read',
  'cost.see',
  'data.export',
  'devices.manage',
]

/** Sells within a discount and sees what is there to sell; never what it cost, nor the books. */
const SALESPERSON: readonly Right[] = [
  ...EVERYBODY,
  'parties.write',
  'sales.read',
  'sales.write',
  'warehouse.read',
  'inventory.read',
]

/** From outside: keeps the books and closes the months; goods and money are handled by those who work here. */
const ACCOUNTANT: readonly Right[] = [
  ...EVERYBODY,
  'purchasing.read',
  'sales.read',
  'inventory.read',
  'treasury.read',
  'accounting.read',
  'accounting.post',
  'periods.close',
  'reports.read',
  'cost.see',
  'data.export',
]

const RIGHTS_OF: Readonly<Record<Preset, ReadonlySet<Right>>> = {
  owner: new Set(RIGHTS),
  bookkeeper: new Set(BOOKKEEPER),
  clerk: new Set(CLERK),
  salesperson: new Set(SALESPERSON),
  accountant: new Set(ACCOUNTANT),
}

export function presetRights(preset: Preset): ReadonlySet<Right> {
  return RIGHTS_OF[preset]
}

export function presetLimits(preset: Preset): Limits {
  return preset === 'salesperson' ? { ...NO_LIMITS, discountMicro: 100_000 } : NO_LIMITS
}

export const isPreset = (code: string): code is Preset => (PRESETS as readonly string[]).includes(code)
