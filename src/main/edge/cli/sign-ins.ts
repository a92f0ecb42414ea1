import type { TFunction } from 'i18next'
import { DEMO_SIGN_INS } from '../demo/sign-ins'

/** The people of a demonstration company and how they sign in, one a line. */
export function describeSignIns(t: TFunction): string {
  const people = DEMO_SIGN_INS.map((person) =>
    'password' in person
      ? t('cli.demo.password', { login: person.login, password: person.password })
      : t('cli.demo.badge', { login: person.login, badge: person.badge, pin: person.pin }),
  )
  return [t('cli.demo.signIns'), ...people.map((line) => `  ${line}`)].join('\n')
}
