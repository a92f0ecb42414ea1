import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupState } from '../../../shared/backups'
import { DateTimeText, Fact, useRefusalText } from '../../ui'
import { api, shell } from '../engine'
import { useNavigation } from '../pages'
import { useSession } from '../session'
import { useBackupState } from './backups'

const STALE_MILLISECONDS = 2 * 86_400_000

interface Trouble {
  readonly key: string
  readonly title: string
  readonly hint: string
}

/** On the page of the day: is the company safe, what waits, what is wrong and what to do about it. */
export function Safety(): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { open, canOpen } = useNavigation()
  const state = useBackupState()
  const troubles = useTroubles(state)
  const { data: health } = useQuery(api.health.state.queryOptions({ input: {} }))
  if (shell === undefined || company.isDemo || state === undefined || !canOpen('backup.targets')) return null
  const lastGood = newest(state.targets.map(({ lastGoodAt }) => lastGoodAt))
  const lastProven = newest(state.targets.map(({ lastProvenAt }) => lastProvenAt))
  const next = state.targets.flatMap(({ nextAt }) => nextAt ?? []).toSorted()[0] ?? null
  const moment = (at: string | null): ReactNode =>
    at === null ? t('backup.notYet') : <DateTimeText at={Date.parse(at)} />
  return (
    <section className="k-safety" aria-label={t('backup.safety.title')}>
      <header>
        <h2>{t(troubles.length === 0 ? 'backup.safety.well' : 'backup.safety.title')}</h2>
        <Button className="k-no-print" type="link" onClick={() => open('backup.targets')}>
          {t('backup.title')}
        </Button>
      </header>
      {troubles.length === 0 ? null : (
        <ul>
          {troubles.map(({ key, title, hint }) => (
            <li key={key}>
              <strong>{title}</strong> {hint}
            </li>
          ))}
        </ul>
      )}
      <dl className="k-facts">
        <Fact label={t('backup.lastGood')}>{moment(lastGood)}</Fact>
        <Fact label={t('backup.lastProven')}>{moment(lastProven)}</Fact>
        <Fact label={t('backup.next')}>{next === null ? t('backup.safety.nothingWaits') : moment(next)}</Fact>
        <Fact label={t('backup.file.checked')}>{moment(health?.checkedAt ?? null)}</Fact>
      </dl>
    </section>
  )
}

const isStale = (lastGood: string | null): boolean =>
  lastGood !== null && Date.now() - Date.parse(lastGood) > STALE_MILLISECONDS

const newest = (moments: readonly (string | null)[]): string | null =>
  moments
    .flatMap((at) => at ?? [])
    .toSorted()
    .at(-1) ?? null

function useTroubles(state: BackupState | undefined): Trouble[] {
  const { t } = useTranslation()
  const textOf = useRefusalText()
  const { data: health } = useQuery(api.health.state.queryOptions({ input: {} }))
  if (state === undefined) return []
  const { targets, riskyPlace } = state
  const found: Trouble[] = []
  const add = (key: string, hint?: string): void => {
    found.push({ key, title: t(`backup.safety.${key}.title`), hint: hint ?? t(`backup.safety.${key}.hint`) })
  }
  if (health !== undefined && !health.isSound) add('broken')
  if (riskyPlace !== null) add('place', textOf({ code: `backup.place.${riskyPlace}`, params: {} }))
  if (targets.length === 0) add('none')
  for (const { problem } of targets) if (problem !== null) add('failed', textOf(problem))
  const lastGood = newest(targets.map(({ lastGoodAt }) => lastGoodAt))
  if (isStale(lastGood) && !targets.some(({ problem }) => problem !== null)) add('stale')
  if (targets.length > 0 && lastGood === null) add('first')
  if (targets.some(({ recoveryConfirmed }) => !recoveryConfirmed)) add('recovery')
  return found
}
