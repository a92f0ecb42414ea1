import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStateTag } from '../../../app/documents/document-parts'
import { api, engine } from '../../../app/engine'
import { useNavigation, usePageTab, type PageParams } from '../../../app/pages'
import { ReverseDialog } from '../../../app/documents/reverse-dialog'
import { useCan } from '../../../app/session'
import { DateText, DocumentFrame, MoneyText, StateTag, Waiting } from '../../../ui'
import { NoteEventDialog, type NoteEventKind } from './note-event-dialog'
import { useNoteTag } from './note-tag'

const STEPS: Readonly<Record<string, readonly NoteEventKind[]>> = {
  held: ['collected', 'discounted', 'dishonoured'],
  issued: ['paid', 'dishonoured'],
}

/** A bill or cheque: how it came, what became of it, and what may come next. */
export function NotePage({ params }: { readonly params: PageParams }): ReactNode {
  const id = Number(params['id'])
  const { t } = useTranslation()
  const { open } = useNavigation()
  const tab = usePageTab()
  const noteTag = useNoteTag()
  const tag = useStateTag()
  const canWrite = useCan('treasury.write')
  const canReverse = useCan('documents.reverse')
  const [step, setStep] = useState<NoteEventKind>()
  const [reversed, setReversed] = useState<{ id: number; number: string }>()
  const { data: note } = useQuery(api.treasury.getNote.queryOptions({ input: { id } }))
  useEffect(() => {
    if (note !== undefined) tab.setTitle(note.billNumber)
  }, [tab, note])
  if (note === undefined) return <Waiting />
  const [next, ...others] = canWrite ? (STEPS[note.state] ?? []) : []
  return (
    <>
      <DocumentFrame
        title={t(`treasury.noteKinds.${note.kind}`)}
        number={note.billNumber}
        state={noteTag(note.state)}
        facts={[
          { key: 'direction', label: t('treasury.direction'), value: t(`treasury.noteDirections.${note.direction}`) },
          { key: 'partner', label: t('treasury.partner'), value: note.partner.name },
          { key: 'drawnOn', label: t('treasury.drawnOn'), value: <DateText date={note.drawnOn} /> },
          { key: 'dueOn', label: t('treasury.dueOn'), value: <DateText date={note.dueOn} /> },
          ...(note.drawer === '' ? [] : [{ key: 'drawer', label: t('treasury.drawer'), value: note.drawer }]),
        ]}
        total={<MoneyText amountMinor={note.amountMinor} />}
        lines={
          <table className="k-table" aria-label={t('treasury.history')}>
            <thead>
              <tr>
                <th scope="col">{t('treasury.number')}</th>
                <th scope="col">{t('treasury.history')}</th>
                <th scope="col">{t('treasury.state')}</th>
                <th scope="col">{t('treasury.paidOn')}</th>
                <th scope="col">{t('treasury.account')}</th>
                <th scope="col" className="k-right">
                  {t('treasury.charge')}
                </th>
                <th scope="col" aria-label={t('app.reverse.do')} />
              </tr>
            </thead>
            <tbody>
              {note.payments.map((payment) => (
                <tr key={`payment-${payment.id}`}>
                  <td>
                    <button
                      type="button"
                      className="k-plain k-link"
                      onClick={() => open('treasury.payment', { id: payment.id })}
                    >
                      {payment.number}
                    </button>
                  </td>
                  <td>{t(`treasury.titles.${payment.direction}`)}</td>
                  <td>
                    <StateTag {...tag(payment.state)} />
                  </td>
                  <td colSpan={4} />
                </tr>
              ))}
              {note.events.map((event) => (
                <tr key={event.id}>
                  <td>{event.number}</td>
                  <td>{t(`treasury.noteStates.${event.kind}`)}</td>
                  <td>
                    <StateTag {...tag(event.state)} />
                  </td>
                  <td>
                    <DateText date={event.happenedOn} />
                  </td>
                  <td>{event.account}</td>
                  <td className="k-right">
                    <MoneyText amountMinor={event.chargeMinor} />
                  </td>
                  <td>
                    {canReverse && event.state === 'posted' ? (
                      <button type="button" className="k-plain k-link" onClick={() => setReversed(event)}>
                        {t('app.reverse.do')}
                      </button>
                    ) : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        }
        actions={others.map((kind) => ({
          key: kind,
          label: t(`treasury.noteEvents.${kind}`),
          isDanger: kind === 'dishonoured',
          onPress: () => setStep(kind),
        }))}
        {...(next === undefined
          ? {}
          : { primary: { label: t(`treasury.noteEvents.${next}`), onPress: () => setStep(next) } })}
      />
      {step === undefined ? null : (
        <NoteEventDialog noteId={id} kind={step} dueOn={note.dueOn} onClose={() => setStep(undefined)} />
      )}
      {reversed === undefined ? null : (
        <ReverseDialog
          {...reversed}
          reverse={engine.treasury.reverseNoteEvent}
          onClose={() => setReversed(undefined)}
        />
      )}
    </>
  )
}
