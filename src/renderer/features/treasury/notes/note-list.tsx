import { Checkbox, Segmented } from 'antd'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { engine, type Engine } from '../../../app/engine'
import { ListPage, type ListPageProps } from '../../../app/lists/list-page'
import { useNavigation } from '../../../app/pages'
import type { ListColumn } from '../../../ui'
import { useNoteTag } from './note-tag'

type Row = Awaited<ReturnType<Engine['treasury']['listNotes']>>['rows'][number]
const DIRECTIONS = ['any', 'in', 'out'] as const

/** Bills and cheques, received and issued: the next due first. */
export function NoteList(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const tag = useNoteTag()
  const [direction, setDirection] = useState<(typeof DIRECTIONS)[number]>('any')
  const [isOpen, setOpen] = useState(true)
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.treasury.listNotes({ ...input, direction, isOpen }, { signal }),
    [direction, isOpen],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      {
        key: 'billNumber',
        title: t('treasury.billNumber'),
        value: (row) => row.billNumber,
        width: 220,
        isSortable: true,
        isFixed: true,
      },
      { key: 'state', title: t('treasury.state'), kind: 'status', value: (row) => tag(row.state), width: 120 },
      {
        key: 'direction',
        title: t('treasury.direction'),
        value: (row) => t(`treasury.noteDirections.${row.direction}`),
        width: 110,
      },
      { key: 'kind', title: t('treasury.kind'), value: (row) => t(`treasury.noteKinds.${row.kind}`), width: 150 },
      { key: 'partner', title: t('treasury.partner'), value: (row) => row.partner.name, isSortable: true },
      {
        key: 'drawnOn',
        title: t('treasury.drawnOn'),
        kind: 'date',
        value: (row) => row.drawnOn,
        isSortable: true,
        isHiddenAtFirst: true,
      },
      { key: 'dueOn', title: t('treasury.dueOn'), kind: 'date', value: (row) => row.dueOn, isSortable: true },
      {
        key: 'amountMinor',
        title: t('treasury.amount'),
        kind: 'money',
        value: (row) => row.amountMinor,
        hasSum: true,
        isSortable: true,
      },
    ],
    [t, tag],
  )
  return (
    <ListPage<Row>
      name="treasury.notes"
      room="treasury"
      title={t('treasury.notes')}
      columns={columns}
      fetch={fetch}
      filterHint={t('treasury.filterHint')}
      onOpen={(row) => open('treasury.note', { id: row.id })}
      actions={
        <>
          <Checkbox checked={isOpen} onChange={(event) => setOpen(event.target.checked)}>
            {t('treasury.noteOpenOnly')}
          </Checkbox>
          <Segmented
            value={direction}
            onChange={setDirection}
            options={DIRECTIONS.map((value) => ({ value, label: t(`treasury.noteDirections.${value}`) }))}
          />
        </>
      }
      empty={{ title: t('treasury.noNotes'), hint: t('treasury.noNotesHint') }}
    />
  )
}
