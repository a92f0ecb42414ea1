export const access = {
  roles: { owner: 'Owner', bookkeeper: 'Bookkeeper', clerk: 'Warehouse clerk' },
} as const
