import { useQuery } from '@tanstack/react-query'
import { Button, Input, Switch } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { api, engine } from '../../../app/engine'
import { useNavigation } from '../../../app/pages'
import { useCan } from '../../../app/session'
import { PageHeader, RefusalAlert, ShortcutKeys, StateTag, useShortcuts } from '../../../ui'
import type { Account } from '../vouchers/voucher-lines'
import { AccountDialog, type AccountTask } from './account-dialog'

/** The chart of accounts: parts, names, what each line must carry, what is kept by documents. */
export function ChartPage(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const canPost = useCan('accounting.post')
  const canManage = useCan('company.manage')
  const [filter, setFilter] = useState('')
  const [task, setTask] = useState<AccountTask>()
  const { data } = useQuery(api.accounting.listAccounts.queryOptions({ input: {} }))
  const { data: settings } = useQuery(api.accounting.settings.queryOptions({ input: {} }))
  const saveSettings = useCommand(engine.accounting.saveSettings)
  useShortcuts(t('ui.shortcuts.page'), [
    { keys: 'N', label: t('accounting.newAccount'), run: () => canPost && setTask({ kind: 'add', parent: undefined }) },
  ])
  const wanted = filter.trim().toLowerCase()
  const rows = (data?.rows ?? []).filter((row) =>
    `${row.code} ${row.name} ${row.otherName} ${row.search}`.toLowerCase().includes(wanted),
  )
  return (
    <section className="k-page k-scroll">
      <PageHeader
        title={t('accounting.chart')}
        hint={t('accounting.chartHint')}
        actions={
          <>
            {canManage && settings !== undefined ? (
              <label className="k-switch-label">
                <Switch
                  size="small"
                  checked={settings.reviewRequired}
                  loading={saveSettings.isRunning}
                  onChange={(reviewRequired) => void saveSettings.run({ reviewRequired })}
                />{' '}
                {t('accounting.reviewRequired')}
              </label>
            ) : null}
            <Input.Search
              allowClear
              style={{ width: 220 }}
              placeholder={t('accounting.findAccount')}
              aria-label={t('accounting.findAccount')}
              value={filter}
              onChange={(event) => setFilter(event.target.value)}
            />
            {canPost ? (
              <Button type="primary" onClick={() => setTask({ kind: 'add', parent: undefined })}>
                {t('accounting.newAccount')} <ShortcutKeys keys="N" />
              </Button>
            ) : null}
          </>
        }
      />
      {saveSettings.refusal === undefined ? null : <RefusalAlert refusal={saveSettings.refusal} />}
      <table className="k-table k-sticky" aria-label={t('accounting.chart')}>
        <thead>
          <tr>
            <th scope="col">{t('app.journal.account')}</th>
            <th scope="col">{t('accounting.kind')}</th>
            <th scope="col">{t('accounting.side')}</th>
            <th scope="col">{t('accounting.asks')}</th>
            <th scope="col">{t('accounting.state')}</th>
            <th scope="col" />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ChartRow
              key={row.code}
              row={row}
              onOpen={() => open('books.subsidiary', { accountCode: row.code })}
              onTask={canPost ? setTask : undefined}
            />
          ))}
        </tbody>
      </table>
      {task === undefined ? null : <AccountDialog task={task} onClose={() => setTask(undefined)} />}
    </section>
  )
}

function ChartRow(props: {
  readonly row: Account
  readonly onOpen: () => void
  readonly onTask: ((task: AccountTask) => void) | undefined
}): ReactNode {
  const { row, onOpen, onTask } = props
  const { t } = useTranslation()
  const asks = [
    ...(row.currency === null ? [] : [row.currency]),
    ...row.requires.map((dimension) => t(`accounting.dimensions.${dimension}`)),
    ...(row.quantityUnit === null ? [] : [t('accounting.countsIn', { unit: row.quantityUnit })]),
  ]
  const state = !row.isActive ? 'archived' : row.isControlled ? 'controlled' : row.isPostable ? 'active' : 'total'
  return (
    <tr>
      <td style={{ paddingInlineStart: 8 + (row.level - 1) * 20 }}>
        <button type="button" className="k-plain k-link" onClick={onOpen}>
          {row.code}
        </button>{' '}
        {row.name}
      </td>
      <td>{t(`accounting.kinds.${row.kind}`)}</td>
      <td>{t(`app.journal.${row.normalSide}`)}</td>
      <td>{asks.join(', ')}</td>
      <td>
        <StateTag
          tone={state === 'active' ? 'good' : state === 'controlled' ? 'info' : 'neutral'}
          label={t(`accounting.accountStates.${state}`)}
        />
      </td>
      <td className="k-right">
        {onTask === undefined ? null : (
          <span className="k-buttons">
            <Button size="small" onClick={() => onTask({ kind: 'add', parent: row })}>
              {t('accounting.addPart')}
            </Button>
            <Button size="small" onClick={() => onTask({ kind: 'change', account: row })}>
              {t('accounting.change')}
            </Button>
          </span>
        )}
      </td>
    </tr>
  )
}
