import { Select } from 'antd'
import { useCallback, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStateTag } from '../documents/document-parts'
import { useNavigation } from '../pages'
import { ListPage, type ListPageProps } from './list-page'

type Asked = Parameters<ListPageProps<object>['fetch']>[0]

/** A list of documents in states: filtered by state, opened by Enter, begun by N. */
export function DocumentsPage<Row extends { id: number }, State extends string>(
  props: Omit<ListPageProps<Row>, 'fetch' | 'filters' | 'onOpen' | 'onNew' | 'newLabel' | 'empty'> & {
    readonly states: readonly State[]
    /** The engine's list procedure. Keep it stable between renders. */
    readonly list: (
      input: Asked & { state: State | undefined },
      options: { signal: AbortSignal },
    ) => ReturnType<ListPageProps<Row>['fetch']>
    /** The page of one document. */
    readonly page: string
    readonly empty: { readonly title: string; readonly hint: string }
    /** How a new one begins, for those who may: on the document's own page, or another. */
    readonly begin?: { readonly label: string; readonly page?: string } | undefined
  },
): ReactNode {
  const { states, list, page, empty, begin, ...rest } = props
  const { t } = useTranslation()
  const { open } = useNavigation()
  const tag = useStateTag()
  const [state, setState] = useState<State>()
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => list({ ...input, state }, { signal }),
    [list, state],
  )
  const onNew = (): void => open(begin?.page ?? page)
  return (
    <ListPage<Row>
      {...(rest as Omit<ListPageProps<Row>, 'fetch' | 'empty'>)}
      fetch={fetch}
      filters={
        <Select
          allowClear
          placeholder={t('app.anyState')}
          aria-label={t('app.state')}
          style={{ width: 150 }}
          value={state ?? null}
          onChange={(value: State | null) => setState(value ?? undefined)}
          options={states.map((value) => ({ value, label: tag(value).label }))}
        />
      }
      onOpen={(row) => open(page, { id: row.id })}
      empty={{
        ...empty,
        ...(begin === undefined ? {} : { action: { label: begin.label, onAction: onNew, keys: 'N' } }),
      }}
      {...(begin === undefined ? {} : { onNew, newLabel: begin.label })}
    />
  )
}
