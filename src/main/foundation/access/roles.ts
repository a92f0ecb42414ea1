import { RIGHTS, type Right } from '../../../shared/contracts/procedure'

export type Role = 'owner' | 'bookkeeper' | 'clerk'

const CLERK: readonly Right[] = [
  'public',
  'signedIn',
  'items.read',
  'parties.read',
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
  'sales.write',
  'prices.write',
  'warehouse.manage',
  'inventory.adjust',
  'treasury.read',
  'treasury.write',
  'accounting.read',
  'accounting.post',
  'documents.reverse',
  'reports.read',
  'cost.see',
  'data.export',
  'devices.manage',
]

const RIGHTS_OF: Readonly<Record<Role, ReadonlySet<Right>>> = {
  owner: new Set(RIGHTS),
  bookkeeper: new Set(BOOKKEEPER),
  clerk: new Set(CLERK),
}

export function rightsOf(role: Role): ReadonlySet<Right> {
  return RIGHTS_OF[role]
}
