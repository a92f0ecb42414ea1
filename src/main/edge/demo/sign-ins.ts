/** The people of every demonstration company. Public on purpose: such a company holds nothing real. */
export const DEMO_SIGN_INS = [
  { login: 'owner', role: 'owner', zh: '负责人', en: 'Owner', password: 'kontor-owner' },
  { login: 'bookkeeper', role: 'bookkeeper', zh: '会计', en: 'Bookkeeper', password: 'kontor-books' },
  { login: 'clerk', role: 'clerk', zh: '仓库员', en: 'Warehouse clerk', badge: 'KONTOR-CLERK-1', pin: '2580' },
] as const

export type DemoSignIn = (typeof DEMO_SIGN_INS)[number]
