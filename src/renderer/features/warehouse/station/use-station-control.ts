import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatQuantity } from '../../../../shared/values/format'
import { asRefusal, engine } from '../../../app/engine'
import { useSession } from '../../../app/session'
import { feedback, useLanguage, useRefusalText, type StationOutcome } from '../../../ui'
import type { FlowAnswer, ShownReason } from './flows/flow'
import type { LoggedScan, StationControl, StationPlace } from './station-control'

const ASK_AGAIN_MILLISECONDS = 2000
const KEPT_SCANS = 5

/** Answers, scans and connection of one station, whatever its task. */
export function useStationControl(warehouseId: number, go: (place: StationPlace) => void): StationControl {
  const session = useSession()
  const { tell, outcome, setOutcome, log, setLog } = useAnswers()
  const { isAway, tellFailure } = useConnection(tell)
  const attempt = useAttempts()
  const queries = useQueryClient()
  const { t } = useTranslation()

  useEffect(() => {
    void engine.warehouse.lastScans({ limit: KEPT_SCANS }).then(
      ({ rows }) =>
        setLog((now) =>
          now.length > 0
            ? now
            : rows.map((row) => ({
                id: `kept-${row.id}`,
                text: [t(`warehouse.station.steps.${row.step}`), row.scanned, quantityOf(row.quantityMicro)]
                  .filter((part) => part !== '')
                  .join(' · '),
                result: 'right' as const,
                ...(row.canUndo ? { scanId: row.id } : {}),
              })),
        ),
      () => undefined,
    )
  }, [t, setLog])

  return useMemo<StationControl>(
    () => ({
      warehouseId,
      person: session.name,
      today: session.company.today,
      isAway,
      outcome,
      log,
      tell,
      tellFailure,
      attempt,
      async takeBack(scanId) {
        try {
          await attempt('undoScan', engine.warehouse.undoScan, { scanId })
        } catch (error) {
          tellFailure(error)
          return false
        }
        const scan = log.find((known) => known.scanId === scanId)
        setLog((now) => now.filter((known) => known.scanId !== scanId))
        tell({ kind: 'done', text: 'takenBack', params: { text: scan?.text ?? '' } })
        void queries.invalidateQueries()
        return true
      },
      forgetScan: (id) => setLog((now) => now.filter((known) => known.id !== id)),
      go(place) {
        // An answer belongs to its task; what was said on the way out stays in the list of scans.
        setOutcome(undefined)
        go(place)
      },
      signOff: session.signOut,
    }),
    [warehouseId, session, isAway, outcome, log, tell, tellFailure, attempt, queries, setLog, setOutcome, go],
  )
}

/** What was caught is counted for whoever plans the work; nothing waits for it, and a count that is lost does no harm. */
function noteMistake({ code, params }: ShownReason): void {
  if (code.startsWith('app.')) return
  const scanned = String(params['scanned'] ?? '').slice(0, 200)
  void engine.warehouse.noteMistake({ code, scanned, idempotencyKey: crypto.randomUUID() }).catch(() => undefined)
}

const quantityOf = (micro: number): string => (micro === 0 ? '' : formatQuantity(micro))

function useAnswers() {
  const { t } = useTranslation()
  const language = useLanguage()
  const refusalText = useRefusalText()
  const [outcome, setOutcome] = useState<StationOutcome>()
  const [log, setLog] = useState<readonly LoggedScan[]>([])
  const count = useRef(0)
  const tell = useCallback(
    (answer: FlowAnswer) => {
      count.current += 1
      const id = `answer-${count.current}`
      const message =
        answer.kind === 'wrong'
          ? refusalText(answer.refusal)
          : t(`warehouse.station.answers.${answer.text}`, { ...answer.params })
      if (answer.kind === 'wrong') {
        feedback.wrong(message, language)
        noteMistake(answer.refusal)
      }
      if (answer.kind === 'done') feedback.done()
      if (answer.kind === 'right') feedback.right()
      setOutcome({ id, kind: answer.kind, message })
      // What only took something back is no scan.
      if (answer.kind !== 'wrong' && answer.text === 'takenBack') return
      const { scanId, lineKey } = answer.kind === 'wrong' ? {} : answer
      const entry: LoggedScan = {
        id,
        text: message,
        result: answer.kind === 'wrong' ? 'wrong' : 'right',
        ...(scanId === undefined ? {} : { scanId }),
        ...(lineKey === undefined ? {} : { lineKey }),
      }
      setLog((now) => [entry, ...now].slice(0, KEPT_SCANS))
    },
    [t, language, refusalText],
  )
  return { tell, outcome, setOutcome, log, setLog }
}

/** Whether the engine answers. While it does not, it is asked again by itself. */
function useConnection(tell: (answer: FlowAnswer) => void) {
  const [isAway, setAway] = useState(false)
  useEffect(() => {
    if (!isAway) return undefined
    const timer = setInterval(() => {
      engine.company.status({}).then(
        () => setAway(false),
        () => undefined,
      )
    }, ASK_AGAIN_MILLISECONDS)
    return () => clearInterval(timer)
  }, [isAway])
  const tellFailure = useCallback(
    (error: unknown) => {
      const refusal = asRefusal(error)
      if (refusal.code === 'app.engineAway') setAway(true)
      tell({ kind: 'wrong', refusal })
    },
    [tell],
  )
  return { isAway, tellFailure }
}

function useAttempts(): StationControl['attempt'] {
  const keys = useRef(new Map<string, string>())
  return useCallback(
    async <Input extends { idempotencyKey: string }, Output>(
      name: string,
      call: (input: Input) => Promise<Output>,
      input: Omit<Input, 'idempotencyKey'>,
    ): Promise<Output> => {
      const attempt = `${name} ${JSON.stringify(input)}`
      const idempotencyKey = keys.current.get(attempt) ?? crypto.randomUUID()
      keys.current.set(attempt, idempotencyKey)
      try {
        const answer = await call({ ...input, idempotencyKey } as Input)
        keys.current.delete(attempt)
        return answer
      } catch (error) {
        if (asRefusal(error).code !== 'app.engineAway') keys.current.delete(attempt)
        throw error
      }
    },
    [],
  )
}
