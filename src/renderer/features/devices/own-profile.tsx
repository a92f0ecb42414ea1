import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { deviceProfile, type DeviceProfile } from '../../../shared/devices/profile'

/** The profile as the program brings it, to be changed for one device that behaves a little differently. */
export function OwnProfile(props: {
  readonly profile: DeviceProfile
  onChange(profile: DeviceProfile | undefined): void
}): ReactNode {
  const { profile, onChange } = props
  const { t } = useTranslation()
  const [text, setText] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const change = (next: string): void => {
    setText(next)
    const read = readProfile(next, profile.id)
    setProblem(typeof read === 'string' ? read : undefined)
    if (typeof read !== 'string') onChange(read)
  }
  return (
    <details className="k-devices-linux">
      <summary>{t('devices.ownProfile')}</summary>
      <p>{t('devices.ownProfileHint')}</p>
      <Input.TextArea
        className="k-devices-bytes"
        aria-label={t('devices.ownProfile')}
        data-scan="off"
        spellCheck={false}
        rows={12}
        value={text ?? JSON.stringify(profile, null, 2)}
        onChange={(event) => change(event.target.value)}
      />
      {problem === undefined ? null : <p role="alert">{t('devices.ownProfileWrong', { reason: problem })}</p>}
      <Button
        size="small"
        onClick={() => {
          setText(undefined)
          setProblem(undefined)
          onChange(undefined)
        }}
      >
        {t('devices.ownProfileReset')}
      </Button>
    </details>
  )
}

/** The profile, or where it cannot be read. */
function readProfile(text: string, id: string): DeviceProfile | string {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return (error as Error).message
  }
  const parsed = deviceProfile.safeParse(value)
  // It stays the kind that was chosen: its name may change, its id not.
  if (parsed.success) return { ...parsed.data, id }
  const [issue] = parsed.error.issues
  return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`
}
