import { Button, Input } from 'antd'
import { code128, drawingSVG, gs1_128 } from 'bwip-js/browser'
import { useEffect, useEffectEvent, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { setPreference } from '../../app/preferences'
import { WEDGE } from '../../app/station/wedge-preference'
import { createWedgeRecogniser, Dialog, scanRouter, StateTag, type TappedKey } from '../../ui'
import { diagnoseWedge, TEST_CODE, TEST_GS1, TEST_GS1_SAYS, type WedgeDiagnosis } from './wedge-diagnosis'

const FEWEST_KEYS = 8
/** So long after the last key a scan is over. */
const SILENCE_MS = 300

/** Honeywell's terminal ids (user guides of the 1200g, 1450g and 3310g), as their menu codes are printed. */
const MODES = [
  { key: 'serial', code: 'TERMID130.' },
  { key: 'hidPos', code: 'TERMID131.' },
  { key: 'keyboard', code: 'TERMID124.' },
] as const

/**
 * Other makers print their mode codes as pictures only. Where they stand, in the words of their product reference
 * guides, which are in English in every country.
 */
const BOOKLETS = [
  { maker: 'Zebra, Symbol, Motorola', heading: 'USB Device Type', choice: 'USB CDC Host / Simple COM Port Emulation' },
  { maker: 'Datalogic', heading: 'Interface Selection', choice: 'USB-COM-STD' },
  { maker: 'Newland', heading: 'USB Interface', choice: 'USB COM Port Emulation / HID-POS' },
] as const

/** Finds out how a scanner in keyboard mode is set, from two codes on the screen, and keeps what must be kept. */
export function KeyboardScannerDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const [found, setFound] = useState<WedgeDiagnosis>()
  const [separator, setSeparator] = useState<boolean>()
  useRecording((keys) => {
    if (found === undefined || found.reads === 'nothing') setFound(diagnoseWedge(keys))
    else setSeparator(textOf(keys, found.reads === 'characters').includes(TEST_GS1_SAYS))
  })
  const isFound = found !== undefined && found.reads !== 'nothing'
  const save = (): void => {
    if (found !== undefined)
      setPreference(WEDGE, {
        prefix: found.prefix,
        suffix: found.suffix,
        readsCharacters: found.reads === 'characters',
      })
    onClose()
  }
  return (
    <Dialog
      title={t('devices.wedge.title')}
      width={720}
      okText={t('app.save')}
      cancelText={t('app.cancel')}
      okButtonProps={{ disabled: !isFound }}
      onOk={save}
      onCancel={onClose}
    >
      <p>{t(isFound ? 'devices.wedge.scanSecond' : 'devices.wedge.scanFirst')}</p>
      <TestCode isSecond={isFound} />
      <div aria-live="polite">
        {found === undefined ? null : <Findings found={found} />}
        {separator === undefined ? null : (
          <Finding
            isGood={separator}
            text={t(separator ? 'devices.wedge.separatorArrives' : 'devices.wedge.separatorLost')}
          />
        )}
      </div>
      {found === undefined ? null : (
        <Button
          size="small"
          onClick={() => {
            setFound(undefined)
            setSeparator(undefined)
          }}
        >
          {t('devices.wedge.again')}
        </Button>
      )}
      <ModeCodes />
    </Dialog>
  )
}

function Findings({ found }: { readonly found: WedgeDiagnosis }): ReactNode {
  const { t } = useTranslation()
  const { reads, prefix, suffix, ends, averageMs } = found
  if (reads === 'nothing') return <Finding isGood={false} text={t('devices.wedge.unreadable')} />
  return (
    <>
      <Finding isGood text={t(`devices.wedge.reads.${reads}`)} />
      <Finding isGood text={t(`devices.wedge.ends.${ends}`)} />
      {prefix === '' ? null : <Finding isGood text={t('devices.wedge.prefix', { text: prefix })} />}
      {suffix === '' ? null : <Finding isGood text={t('devices.wedge.suffix', { text: suffix })} />}
      {found.hasInputMethod ? <Finding isGood={reads === 'keys'} text={t('devices.wedge.inputMethod')} /> : null}
      {found.hasCapsLock ? <Finding isGood={reads === 'keys'} text={t('devices.wedge.capsLock')} /> : null}
      {found.hasOtherLayout ? <Finding isGood text={t('devices.wedge.otherLayout')} /> : null}
      <Finding
        isGood={!found.isSlow}
        text={t(found.isSlow ? 'devices.wedge.slow' : 'devices.wedge.fast', { milliseconds: averageMs })}
      />
    </>
  )
}

function Finding({ isGood, text }: { readonly isGood: boolean; readonly text: string }): ReactNode {
  const { t } = useTranslation()
  return (
    <p className="k-devices-finding">
      <StateTag tone={isGood ? 'good' : 'warning'} label={t(isGood ? 'devices.wedge.good' : 'devices.links.trouble')} />{' '}
      {text}
    </p>
  )
}

/** For scanners that should become a device of their own, which no other program and no field can disturb. */
function ModeCodes(): ReactNode {
  const { t } = useTranslation()
  const [own, setOwn] = useState('')
  return (
    <details className="k-devices-linux">
      <summary>{t('devices.wedge.modes')}</summary>
      <p>{t('devices.wedge.modesHint')}</p>
      <ul className="k-devices-modes">
        {MODES.map(({ key, code }) => (
          <li key={key}>
            <strong>Honeywell: {t(`devices.wedge.mode.${key}`)}</strong>
            <Drawn text={`^FNC3${code}`} alt={code} hasFunctions />
          </li>
        ))}
        <li>
          <label>
            {t('devices.wedge.ownCode')}
            <Input value={own} maxLength={40} data-scan="off" onChange={(event) => setOwn(event.target.value)} />
          </label>
          {/^[ -\]_-~]+$/.test(own) ? <Drawn text={`^FNC3${own}`} alt={own} hasFunctions /> : null}
        </li>
      </ul>
      <h3>{t('devices.wedge.booklet')}</h3>
      <dl className="k-devices-booklets">
        {BOOKLETS.map(({ maker, heading, choice }) => (
          <div key={maker}>
            <dt>{maker}</dt>
            <dd>{t('devices.wedge.bookletOf', { heading: `“${heading}”`, choice: `“${choice}”` })}</dd>
          </div>
        ))}
        <div>
          <dt>{t('devices.wedge.otherMakers')}</dt>
          <dd>{t('devices.wedge.otherHeading')}</dd>
        </div>
      </dl>
    </details>
  )
}

function TestCode({ isSecond }: { readonly isSecond: boolean }): ReactNode {
  return isSecond ? <Drawn text={TEST_GS1} alt={TEST_GS1} isGs1 /> : <Drawn text={TEST_CODE} alt={TEST_CODE} />
}

interface DrawnProps {
  readonly text: string
  readonly alt: string
  readonly hasFunctions?: boolean
  readonly isGs1?: boolean
}

/** A code as a picture of its own, so that the page's security policy holds; white around it whatever the theme. */
function Drawn({ text, alt, hasFunctions = false, isGs1 = false }: DrawnProps): ReactNode {
  const source = useMemo(() => {
    const look = { text, height: 12, paddingwidth: 12, paddingheight: 4, backgroundcolor: 'ffffff' }
    const svg = isGs1
      ? gs1_128({ ...look, bcid: 'gs1-128' }, drawingSVG())
      : code128({ ...look, bcid: 'code128', parsefnc: hasFunctions }, drawingSVG())
    return `data:image/svg+xml,${encodeURIComponent(svg)}`
  }, [text, hasFunctions, isGs1])
  return <img className="k-devices-drawn" src={source} alt={alt} />
}

/** Takes every key while it is shown, before any field; told when a burst of keys is over. */
function useRecording(onRecorded: (keys: readonly TappedKey[]) => void): void {
  const told = useEffectEvent(onRecorded)
  useEffect(() => {
    let keys: TappedKey[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    scanRouter.tap = (key) => {
      clearTimeout(timer)
      keys.push(key)
      timer = setTimeout(() => {
        if (keys.length >= FEWEST_KEYS) told(keys)
        keys = []
      }, SILENCE_MS)
    }
    return () => {
      clearTimeout(timer)
      scanRouter.tap = undefined
    }
  }, [])
}

/** What the router would make of these keys. */
function textOf(keys: readonly TappedKey[], readsCharacters: boolean): string {
  let now = 0
  const recogniser = createWedgeRecogniser({ now: () => now })
  let text = ''
  for (const { key, capsLock: _capsLock, ...pressed } of keys) {
    now = pressed.time
    const character = readsCharacters && key.length === 1 ? { character: key } : {}
    text += recogniser.feed({ ...pressed, ...character }).scan ?? ''
  }
  now += 1000
  return text + (recogniser.tick().scan ?? '')
}
