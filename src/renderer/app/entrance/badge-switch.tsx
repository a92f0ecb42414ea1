import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { badgeFingerprint } from '../../../shared/values/badge-fingerprint'
import { ModalFrame, scanRouter } from '../../ui'
import { api } from '../engine'
import { SignInForms } from './sign-in'

/** A badge scanned anywhere asks for its PIN and lets its owner take over; every other scan goes on to the page. */
export function BadgeSwitch({ onSwitched }: { onSwitched(): void }): ReactNode {
  const { t } = useTranslation()
  const [badge, setBadge] = useState<string>()
  const { data } = useQuery({ ...api.access.badges.queryOptions({ input: {} }), throwOnError: false })
  const isOpen = badge !== undefined
  useEffect(() => {
    const known = new Set(data?.fingerprints)
    if (isOpen || known.size === 0) return undefined
    return scanRouter.take(Number.MAX_SAFE_INTEGER, (scan) => {
      if (!known.has(badgeFingerprint(scan.text)) || document.querySelector('dialog:modal') !== null) return false
      setBadge(scan.text)
      return true
    })
  }, [data, isOpen])
  if (badge === undefined) return null
  return (
    <ModalFrame label={t('app.lock.switch')} onClose={() => setBadge(undefined)}>
      <section className="k-front-card">
        <h1>{t('app.lock.switch')}</h1>
        <p>{t('app.lock.switchHint')}</p>
        <SignInForms badge={badge} onSignedIn={onSwitched} />
      </section>
    </ModalFrame>
  )
}
