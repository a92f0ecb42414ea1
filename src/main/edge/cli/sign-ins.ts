import type { TFunction } from 'i18next'
import type { DemoSignIn } from '../demo'

/** The people of a demonstration company and how they sign in, one a line. */
export function describeSignIns(t: TFunction, people: readonly DemoSignIn[]): string {
  const lines = people.map((person) =>
    'password' in person
      ? t('cli.demo.password', { login: person.login, password: person.password })
      : t('cli.demo.badge', { login: person.login, badge: person.badge, pin: person.pin }),
  )
  return [t('cli.demo.signIns'), ...lines.map((line) => `  ${line}`)].join('\n')
}
