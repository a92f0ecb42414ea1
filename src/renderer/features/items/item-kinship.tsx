import { ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { ItemSelect } from '../../app/documents/item-select'
import { PartnerSelect } from '../../app/documents/partner-select'
import { api, engine } from '../../app/engine'
import { useCan } from '../../app/session'
import { RefusalAlert } from '../../ui'

/** What may be given instead of an item, the best first. */
export function ItemSubstitutes({ itemId }: { readonly itemId: number }): ReactNode {
  const { t } = useTranslation()
  const canWrite = useCan('items.write')
  const { data } = useQuery(api.items.listSubstitutes.queryOptions({ input: { itemId } }))
  const save = useCommand(engine.items.setSubstitutes)
  const rows = data?.rows ?? []
  const put = (substituteIds: number[]): void => void save.run({ itemId, substituteIds })
  const ids = rows.map(({ id }) => id)
  return (
    <section className="k-fieldset" aria-label={t('items.substitutes.title')}>
      <h3>{t('items.substitutes.title')}</h3>
      {save.refusal === undefined ? null : <RefusalAlert refusal={save.refusal} />}
      {rows.length === 0 ? <p className="k-soft">{t('items.substitutes.none')}</p> : null}
      <ol className="k-plain-list">
        {rows.map((row, at) => (
          <li key={row.id}>
            {row.code} {row.name}
            {canWrite ? (
              <>
                <Button
                  type="text"
                  icon={<ArrowUpOutlined />}
                  disabled={at === 0}
                  aria-label={t('items.substitutes.up', { name: row.name })}
                  onClick={() => put(ids.toSpliced(at - 1, 2, row.id, ids[at - 1] ?? row.id))}
                />
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('items.substitutes.remove', { name: row.name })}
                  onClick={() => put(ids.filter((id) => id !== row.id))}
                />
              </>
            ) : null}
          </li>
        ))}
      </ol>
      {canWrite ? (
        <ItemSelect
          label={t('items.substitutes.add')}
          placeholder={t('items.substitutes.add')}
          value={null}
          onChange={(id) => {
            if (id !== null) put([...ids, id])
          }}
        />
      ) : null}
    </section>
  )
}

interface Entry {
  readonly partnerId: number
  readonly code: string
  readonly name: string
}

/** What customers and suppliers call an item: found in entry and scans, printed on their documents. */
export function ItemPartnerCodes({ itemId }: { readonly itemId: number }): ReactNode {
  const { t } = useTranslation()
  const canWrite = useCan('items.write')
  const { data } = useQuery(api.items.listPartnerCodes.queryOptions({ input: { itemId } }))
  const save = useCommand(engine.items.setPartnerCodes)
  const [fresh, setFresh] = useState<Partial<Entry>>({})
  const rows = data?.rows ?? []
  const kept: Entry[] = rows.map(({ partner, code, name }) => ({ partnerId: partner.id, code, name }))
  const isWhole = fresh.partnerId !== undefined && (fresh.code ?? '') + (fresh.name ?? '') !== ''
  const add = async (): Promise<void> => {
    const { partnerId, code = '', name = '' } = fresh
    if (partnerId === undefined) return
    const others = kept.filter((entry) => entry.partnerId !== partnerId)
    if ((await save.run({ itemId, codes: [...others, { partnerId, code, name }] })) !== undefined) setFresh({})
  }
  return (
    <section className="k-fieldset" aria-label={t('items.partnerCodes.title')}>
      <h3>{t('items.partnerCodes.title')}</h3>
      {save.refusal === undefined ? null : <RefusalAlert refusal={save.refusal} />}
      <table className="k-table">
        <thead>
          <tr>
            <th scope="col">{t('items.partnerCodes.partner')}</th>
            <th scope="col">{t('items.partnerCodes.code')}</th>
            <th scope="col">{t('items.partnerCodes.name')}</th>
            <th scope="col" />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ partner, code, name }) => (
            <tr key={partner.id}>
              <td>
                {partner.code} {partner.name}
              </td>
              <td>{code}</td>
              <td>{name}</td>
              <td>
                {canWrite ? (
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={t('items.partnerCodes.remove', { name: partner.name })}
                    onClick={() =>
                      void save.run({ itemId, codes: kept.filter((entry) => entry.partnerId !== partner.id) })
                    }
                  />
                ) : null}
              </td>
            </tr>
          ))}
          {canWrite ? (
            <tr>
              <td>
                <PartnerSelect
                  aria-label={t('items.partnerCodes.partner')}
                  side="any"
                  value={fresh.partnerId}
                  onChange={(partnerId) => setFresh({ ...fresh, partnerId })}
                />
              </td>
              <td>
                <Input
                  aria-label={t('items.partnerCodes.code')}
                  maxLength={40}
                  value={fresh.code ?? ''}
                  onChange={(event) => setFresh({ ...fresh, code: event.target.value })}
                />
              </td>
              <td>
                <Input
                  aria-label={t('items.partnerCodes.name')}
                  maxLength={200}
                  value={fresh.name ?? ''}
                  onChange={(event) => setFresh({ ...fresh, name: event.target.value })}
                />
              </td>
              <td>
                <Button disabled={!isWhole} loading={save.isRunning} onClick={() => void add()}>
                  {t('items.partnerCodes.add')}
                </Button>
              </td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </section>
  )
}
