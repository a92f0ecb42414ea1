import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DateTimeText } from '../../ui'
import type { Cockpit } from './closing-page'

/** Who closed and reopened the month, when, with which warnings and for which reason. */
export function EventList({ events }: { readonly events: Cockpit['events'] }): ReactNode {
  const { t } = useTranslation()
  return (
    <table className="k-table" aria-label={t('closing.eventsTitle')}>
      <thead>
        <tr>
          <th scope="col">{t('closing.when')}</th>
          <th scope="col">{t('closing.what')}</th>
          <th scope="col">{t('closing.who')}</th>
          <th scope="col">{t('closing.reason')}</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.id}>
            <td>
              <DateTimeText at={Date.parse(event.happenedAt)} />
            </td>
            <td>{t(`closing.events.${event.kind}`)}</td>
            <td>{event.userName}</td>
            <td>
              {[event.reason, ...event.warnings.map((key) => t(`closing.checks.${key}.title`))]
                .filter((text) => text !== '')
                .join(' · ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
