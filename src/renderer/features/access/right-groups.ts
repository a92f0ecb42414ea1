import type { Right } from '../../../shared/contracts/procedure'

/** Rights by the work that they are for, seeing first. Everybody may sign in; that is no choice. */
export const RIGHT_GROUPS = {
  sales: ['sales.read', 'sales.write', 'sales.post', 'prices.write', 'sales.belowCost', 'sales.release'],
  purchasing: ['purchasing.read', 'purchasing.write', 'purchasing.post'],
  warehouse: [
    'warehouse.read',
    'warehouse.work',
    'shipping.write',
    'warehouse.manage',
    'inventory.read',
    'inventory.adjust',
    'inventory.approve',
  ],
  money: ['treasury.read', 'treasury.write', 'treasury.writeOff'],
  books: ['accounting.read', 'accounting.post', 'periods.close', 'periods.reopen', 'documents.reverse'],
  masters: ['items.read', 'items.write', 'parties.read', 'parties.write'],
  figures: ['cost.see', 'reports.read', 'data.export'],
  house: ['company.manage', 'access.manage', 'audit.read', 'backup.manage', 'devices.manage'],
} as const satisfies Record<string, readonly Right[]>

export const GROUPS = Object.keys(RIGHT_GROUPS) as (keyof typeof RIGHT_GROUPS)[]
