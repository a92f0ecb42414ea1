import type { TFunction } from 'i18next'
import type { DemoSignIn } from '../demo'

/** The people of a demonstration company and how they sign in, one a line. */
export function describeSignIns(t: TFunction, people: readonly DemoSignIn[]): string {
  const lines = people.map((person) => {
    const byPassword = t('cli.demo.password', { login: person.login, password: person.password })
    return 'badge' in person
      ? `${byPassword}${t('cli.demo.badge', { badge: person.badge, pin: person.pin })}`
      : byPassword
  })
  return [t('cli.demo.signIns'), ...lines.map((line) => `  ${line}`)].join('\n')
}
