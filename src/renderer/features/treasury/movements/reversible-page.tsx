import { useEffect, type ReactNode } from 'react'
import { useJournalPart, useStateTag } from '../../../app/documents/document-parts'
import { usePageTab } from '../../../app/pages'
import { useReversal } from '../../../app/documents/reverse-dialog'
import { DocumentFrame, MoneyText, type DocumentFact } from '../../../ui'

/** A posted document of this room as it is read: its facts, lines, journal, and the way to take it back. */
export function ReversiblePage(props: {
  readonly kind: string
  readonly id: number
  readonly number: string
  readonly state: string
  readonly title: string
  readonly facts: readonly DocumentFact[]
  readonly lines: ReactNode
  readonly amountMinor: number
  readonly reverse: (input: {
    id: number
    reversedOn: string
    reason: string
    idempotencyKey: string
  }) => Promise<unknown>
}): ReactNode {
  const { kind, id, number, state, title, facts, lines, amountMinor, reverse } = props
  const tab = usePageTab()
  const tag = useStateTag()
  const reversal = useReversal(id, reverse)
  const side = useJournalPart(kind, id)
  useEffect(() => tab.setTitle(number), [tab, number])
  return (
    <>
      <DocumentFrame
        title={title}
        number={number}
        state={tag(state)}
        facts={facts}
        lines={lines}
        total={<MoneyText amountMinor={amountMinor} />}
        side={side}
        actions={reversal.actions(state === 'posted')}
      />
      {reversal.dialog(number)}
    </>
  )
}
