import type { TFunction } from 'i18next'
import type { useStateTag } from '../documents/document-parts'
import type { ListColumn } from '../../ui'

/** The columns with which a list of documents begins: its number, which stays in sight, and its state. */
export function documentColumns<Row extends { readonly number: string | null; readonly state: string }>(
  t: TFunction,
  tag: ReturnType<typeof useStateTag>,
): ListColumn<Row>[] {
  return [
    {
      key: 'number',
      title: t('purchasing.number'),
      value: (row) => row.number ?? '',
      width: 155,
      isSortable: true,
      isFixed: true,
    },
    { key: 'state', title: t('purchasing.state'), kind: 'status', value: (row) => tag(row.state), width: 125 },
  ]
}

/** A day that the list may be sorted by. */
export const dayColumn = <Key extends string, Row extends { readonly [K in Key]: string | null }>(
  key: Key,
  title: string,
): ListColumn<Row> => ({ key, title, kind: 'date', value: (row) => row[key] ?? undefined, isSortable: true })
