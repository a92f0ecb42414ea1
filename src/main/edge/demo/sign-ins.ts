/** The people of every demonstration company. Public on purpose: such a company holds nothing real. */
export const DEMO_SIGN_INS = [
  { login: 'owner', role: 'owner', zh: '负责人', en: 'Owner', password: 'kontor-demo' },
  { login: 'bookkeeper', role: 'bookkeeper', zh: '会计', en: 'Bookkeeper', password: 'kontor-demo' },
  {
    login: 'clerk',
    role: 'clerk',
    zh: '仓库员',
    en: 'Warehouse clerk',
    password: 'kontor-demo',
    badge: 'KONTOR-CLERK-1',
    pin: '2580',
  },
] as const

export type DemoSignIn = (typeof DEMO_SIGN_INS)[number]
