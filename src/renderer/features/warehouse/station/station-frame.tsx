import type { TFunction } from 'i18next'
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { parseScaled } from '../../../../shared/values/format'
import { useDeviceLines } from '../../../app/station/station-device-list'
import { useTags } from '../../../app/station/station-devices'
import {
  feedback,
  StationScreen,
  useLanguage,
  useScanner,
  useShortcuts,
  type Scan,
  type StationAction,
  type StationScreenProps,
} from '../../../ui'
import { usePreference } from '../../../app/preferences'
import { ChoiceTiles, useTilesPerPage, type StationChoice } from './choice-tiles'
import { readCommand, type StationButton } from './flows/command-scans'
import { StationEntry, type EntryField } from './station-entry'
import { CAMERA, useStation, VOICE, type LoggedScan } from './station-control'
import './station-tasks.css'

/** Its reader of pictures is large: loaded where a camera is used. */
const CameraScanner = lazy(async () => {
  const { CameraScanner: component } = await import('../../../app/station/camera-scanner')
  return { default: component }
})

export interface StationPadProps {
  readonly kind: Exclude<EntryField['kind'], 'code'>
  readonly caption: string
  /** quantity in micro, number in its own unit; text and date as they were typed */
  readonly onNumber?: (value: number) => void
  readonly onText?: (text: string) => void
}

export interface StationFrameProps extends Pick<
  StationScreenProps,
  'title' | 'progress' | 'instruction' | 'where' | 'what' | 'howMany'
> {
  /** A code that is no command, with its symbology mark: scanned or typed. Left out where none is expected. */
  readonly onCode?: (code: string) => void
  /** An RFID tag that names an item or a unit. Left out where a tag that passes by means nothing. */
  readonly onTag?: (code: string) => void
  readonly pad?: StationPadProps | undefined
  readonly choices?: readonly StationChoice[] | undefined
  readonly choiceColumns?: 'few' | 'many'
  readonly confirm?: { readonly label: string; readonly onPress: () => void } | undefined
  readonly onShort?: (() => void) | undefined
  readonly onSkip?: (() => void) | undefined
  /** A quantity that is said before the scan it is for, micro. */
  readonly onQuantity?: ((quantityMicro: number) => void) | undefined
  readonly onBack?: (() => void) | undefined
  readonly backLabel?: string
  readonly extra?: readonly StationAction[]
  /** After the engine took a scan back: read the task again. */
  readonly onTakenBack?: () => void
  /** Takes a gathered line back. */
  readonly onRemoveLine?: (lineKey: number) => void
  readonly children?: ReactNode
}

/** A step of a station task: one instruction, answered by a scan, a key or a finger. */
export function StationFrame(props: StationFrameProps): ReactNode {
  const { title, progress, instruction, where, what, howMany, pad, choices, onCode, children } = props
  const { t } = useTranslation()
  const { person, outcome, log, isAway, signOff } = useStation()
  const devices = useDeviceLines()
  const [isCameraOn] = usePreference<boolean>(CAMERA, false)
  const trouble = devices.find((device) => device.trouble !== undefined)?.trouble
  // What was typed belongs to its step: the next one begins empty.
  const step = `${instruction} ${where ?? ''}`
  const [entry, setEntry] = useState({ step, text: '' })
  const typed = entry.step === step ? entry.text : ''
  const setTyped = (text: string): void => setEntry({ step, text })
  useVoice([instruction, where ?? '', what?.name ?? '', howMany?.value ?? ''])
  const pages = usePages(choices ?? [])
  const undo = useUndo(props)
  const answers = { typed, setTyped, shown: pages.shown, undo }
  const take = useAnswering(props, answers)
  useScanner(take.scan)
  useTags(props.onTag)
  useShortcuts(
    title,
    pages.shown.map((choice, at) => ({
      keys: String(at + 1),
      label: choice.title,
      run: () => take.key(String(at + 1)),
    })),
  )
  const kind = pad?.kind ?? 'code'
  return (
    // Enter on a button presses that button; elsewhere it confirms the step.
    <div
      className="k-station-frame"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target instanceof HTMLButtonElement) event.stopPropagation()
      }}
    >
      <StationScreen
        title={title}
        person={person}
        instruction={instruction}
        {...(progress === undefined ? {} : { progress })}
        {...(where === undefined ? {} : { where })}
        {...(what === undefined ? {} : { what: withoutEmptyDetail(what) })}
        {...(howMany === undefined ? {} : { howMany })}
        outcome={outcome}
        scans={log.map((scan) => ({ ...scan, isUndoable: undo.isPossible(scan) }))}
        onUndo={(id) => undo.take(log.find((scan) => scan.id === id))}
        devices={[...devices, { kind: 'connection', state: isAway ? 'off' : 'ok' }]}
        banner={isAway ? t('warehouse.station.away') : trouble}
        actions={actionsOf(
          props,
          t,
          { pressConfirm: take.confirm, press: take.press, isTyped: typed.trim() !== '' },
          pages,
        )}
        onSignOff={signOff}
      >
        <div className={pad === undefined || pad.kind === 'text' ? 'k-station-below' : 'k-station-beside'}>
          {isCameraOn ? (
            <Suspense>
              <CameraScanner />
            </Suspense>
          ) : null}
          {children}
          {pages.shown.length === 0 ? null : (
            <ChoiceTiles
              label={instruction}
              choices={pages.shown}
              {...(props.choiceColumns === undefined ? {} : { columns: props.choiceColumns })}
            />
          )}
          {pad === undefined && onCode === undefined ? null : (
            <StationEntry
              kind={kind}
              caption={pad?.caption ?? t('warehouse.station.codeLine')}
              value={typed}
              onChange={setTyped}
              onTyped={(letter) => setEntry((now) => ({ step, text: (now.step === step ? now.text : '') + letter }))}
              onSubmit={take.submit}
              isFocused={choices === undefined}
              step={step}
            />
          )}
        </div>
      </StationScreen>
    </div>
  )
}

/** Says each new step aloud where the voice is switched on: hands and eyes are with the goods. */
function useVoice(words: readonly string[]): void {
  const language = useLanguage()
  const [isOn] = usePreference<boolean>(VOICE, false)
  const text = words.filter((word) => word !== '').join(', ')
  useEffect(() => {
    if (isOn) feedback.say(text, language)
  }, [isOn, text, language])
}

function withoutEmptyDetail(what: NonNullable<StationScreenProps['what']>): NonNullable<StationScreenProps['what']> {
  const { detail, ...rest } = what
  return detail === undefined || detail === '' ? rest : what
}

interface Answers {
  readonly typed: string
  readonly setTyped: (text: string) => void
  readonly shown: readonly StationChoice[]
  readonly undo: ReturnType<typeof useUndo>
}

/** What a scan, a key of the sheet and Enter mean on this step. */
function useAnswering(props: StationFrameProps, { typed, setTyped, shown, undo }: Answers) {
  const { pad, confirm, onCode } = props
  const { tell, go, signOff } = useStation()
  const refuse = (code: string, params = {}): void => tell({ kind: 'wrong', refusal: { code, params } })
  const enterNumber = (text: string, decimals: number, give: (value: number) => void): void => {
    const parsed = parseScaled(text, decimals)
    if (parsed.ok && parsed.value >= 0) give(parsed.value)
    else refuse('station.notANumber', { text })
  }
  const enter = (text: string): void => {
    setTyped('')
    if (pad?.kind === 'quantity' || pad?.kind === 'number') {
      enterNumber(text, pad.kind === 'quantity' ? 6 : 0, (value) => pad.onNumber?.(value))
    } else if (pad !== undefined) pad.onText?.(text)
    else if (shown.length > 0 && /^\d{1,2}$/.test(text)) key(text)
    else if (onCode !== undefined) onCode(text)
  }
  const key = (text: string): void => {
    if (pad !== undefined) setTyped(text === 'erase' ? typed.slice(0, -1) : typed + text)
    else {
      const choice = shown[Number(text) - 1]
      if (choice === undefined || choice.isDisabled === true) refuse('station.commandNotHere')
      else choice.onChoose()
    }
  }
  const pressConfirm = (): void => {
    if (typed.trim() !== '') enter(typed.trim())
    else if (confirm === undefined) refuse('station.commandNotHere')
    else confirm.onPress()
  }
  const buttons: Readonly<Record<StationButton, (() => void) | undefined>> = {
    confirm: pressConfirm,
    short: props.onShort,
    skip: props.onSkip,
    undo: undo.last,
    back: props.onBack,
    signoff: signOff,
  }
  const quantity = (text: string): void => {
    if (pad !== undefined) enter(text)
    else if (props.onQuantity !== undefined) enterNumber(text, 6, props.onQuantity)
    else refuse('station.commandNotHere')
  }
  const scan = ({ text, symbology }: Scan): void => {
    const command = readCommand(text)
    if (command === undefined) {
      if (onCode === undefined && pad?.kind !== 'text') refuse('station.nothingToScan', { scanned: text })
      else if (onCode === undefined) pad?.onText?.(text)
      else onCode(`${symbology ?? ''}${text}`)
    } else if (command.kind === 'task') go({ task: command.task })
    else if (command.kind === 'quantity') quantity(command.text)
    else if (command.kind === 'key') key(command.key)
    else if (command.kind === 'unknown') refuse('station.commandUnknown', { scanned: text })
    else {
      const press = buttons[command.button]
      if (press === undefined) refuse('station.commandNotHere')
      else press()
    }
  }
  /** A short code that no scanner rhythm tells from typing arrives here too, and so do typed commands. */
  const submit = (): void => {
    const text = typed.trim()
    if (text === '' || readCommand(text) === undefined) pressConfirm()
    else {
      setTyped('')
      scan({ text, symbology: undefined, source: 'keyboard' })
    }
  }
  const press = (action: StationAction): void => {
    const text = typed.trim()
    if (action.onTyped === undefined || text === '') return action.onPress()
    setTyped('')
    action.onTyped(text)
  }
  return { scan, key, confirm: pressConfirm, submit, press }
}

function useUndo(props: StationFrameProps) {
  const { onTakenBack, onRemoveLine } = props
  const { log, takeBack, forgetScan, tell } = useStation()
  const isPossible = (scan: LoggedScan): boolean =>
    scan.scanId !== undefined || (scan.lineKey !== undefined && onRemoveLine !== undefined)
  const take = (scan: LoggedScan | undefined): void => {
    if (scan?.scanId !== undefined) {
      void takeBack(scan.scanId).then((isDone) => isDone && onTakenBack?.())
    } else if (scan?.lineKey !== undefined && onRemoveLine !== undefined) {
      forgetScan(scan.id)
      onRemoveLine(scan.lineKey)
    } else tell({ kind: 'wrong', refusal: { code: 'station.nothingToUndo', params: {} } })
  }
  return { isPossible, take, last: () => take(log.find((scan) => scan.result === 'right' && isPossible(scan))) }
}

function usePages(choices: readonly StationChoice[]) {
  const perPage = useTilesPerPage()
  const [page, setPage] = useState(0)
  // All of a short list, however narrow the screen: only lists that grow are paged.
  const size = choices.some((choice) => choice.count !== undefined) ? choices.length : perPage
  const pages = Math.max(1, Math.ceil(choices.length / Math.max(1, size)))
  const at = Math.min(page, pages - 1)
  return {
    shown: choices.slice(at * size, at * size + size),
    pages,
    at,
    turn: () => setPage((at + 1) % pages),
  }
}

interface Pressing {
  readonly pressConfirm: () => void
  readonly press: (action: StationAction) => void
  readonly isTyped: boolean
}

function actionsOf(
  props: StationFrameProps,
  t: TFunction,
  { pressConfirm, press, isTyped }: Pressing,
  pages: ReturnType<typeof usePages>,
): StationAction[] {
  const { confirm, pad, onShort, onSkip, onBack, backLabel } = props
  const extra = (props.extra ?? []).map((action) => ({ ...action, onPress: () => press(action) }))
  // What was typed is what Enter takes; the usual answer is offered while nothing is.
  const typedLabel = isTyped || pad !== undefined ? t('ui.station.confirm') : undefined
  const label = isTyped ? typedLabel : (confirm?.label ?? typedLabel)
  return [
    ...(label === undefined ? [] : [{ key: 'confirm', label, keys: 'Enter', isPrimary: true, onPress: pressConfirm }]),
    ...(pages.pages > 1
      ? [
          {
            key: 'more',
            label: t('warehouse.station.morePages', { page: pages.at + 1, pages: pages.pages }),
            keys: 'PageDown',
            onPress: pages.turn,
          },
        ]
      : []),
    ...(onShort === undefined
      ? []
      : [{ key: 'short', label: t('warehouse.station.short'), keys: 'F2', onPress: onShort }]),
    ...(onSkip === undefined ? [] : [{ key: 'skip', label: t('warehouse.station.skip'), keys: 'F4', onPress: onSkip }]),
    ...extra,
    ...(onBack === undefined
      ? []
      : [{ key: 'back', label: backLabel ?? t('warehouse.station.back'), keys: 'Escape', onPress: onBack }]),
  ]
}
