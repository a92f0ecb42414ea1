import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { api, engine } from '../../../app/engine'
import { Dialog, RefusalAlert, ScaledInput } from '../../../ui'

/** After how many days each reminder goes out, and its words; saved field by field. */
export function DunningLevels({ onClose }: { onClose(): void }): ReactNode {
  const { t } = useTranslation()
  const { data } = useQuery(api.treasury.listDunningLevels.queryOptions({ input: {} }))
  const set = useCommand(engine.treasury.setDunningLevel)
  return (
    <Dialog
      title={t('treasury.dunningLevels')}
      okText={t('app.close')}
      cancelButtonProps={{ style: { display: 'none' } }}
      onOk={onClose}
      onCancel={onClose}
      width={720}
    >
      {set.refusal === undefined ? null : <RefusalAlert refusal={set.refusal} />}
      <table className="k-table" aria-label={t('treasury.dunningLevels')}>
        <thead>
          <tr>
            <th scope="col">{t('treasury.level')}</th>
            <th scope="col">{t('treasury.levelDays')}</th>
            <th scope="col">{t('treasury.levelText')}</th>
          </tr>
        </thead>
        <tbody>
          {(data?.rows ?? []).map((row) => (
            <tr key={row.level}>
              <td>{row.level}</td>
              <td className="k-narrow">
                <ScaledInput
                  decimals={0}
                  aria-label={`${t('treasury.levelDays')} ${row.level}`}
                  value={row.daysOverdue}
                  onChange={(daysOverdue) => {
                    if (daysOverdue !== null && daysOverdue !== row.daysOverdue) void set.run({ ...row, daysOverdue })
                  }}
                />
              </td>
              <td>
                <Input
                  aria-label={`${t('treasury.levelText')} ${row.level}`}
                  defaultValue={row.text}
                  placeholder={t('treasury.levelTextHint')}
                  maxLength={1000}
                  onBlur={(event) => {
                    const text = event.target.value.trim()
                    if (text !== row.text) void set.run({ ...row, text })
                  }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  )
}
