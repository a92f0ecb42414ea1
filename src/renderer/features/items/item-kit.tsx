import { DeleteOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { ItemSelect } from '../../app/documents/item-select'
import { api, engine } from '../../app/engine'
import { useCan } from '../../app/session'
import { QuantityText, RefusalAlert, ScaledInput } from '../../ui'

interface Fresh {
  readonly itemId: number | null
  readonly text: string
  readonly quantityMicro: number | null
}
const NOTHING: Fresh = { itemId: null, text: '', quantityMicro: 1_000_000 }

/** What one of a kit is made of. */
export function ItemKit({ itemId }: { readonly itemId: number }): ReactNode {
  const { t } = useTranslation()
  const canWrite = useCan('items.write')
  const { data } = useQuery(api.items.listKitParts.queryOptions({ input: { itemId } }))
  const save = useCommand(engine.items.setKitParts)
  const [fresh, setFresh] = useState<Fresh>(NOTHING)
  const rows = data?.rows ?? []
  const kept = rows.map(({ item, quantityMicro }) => ({ itemId: item.id, quantityMicro }))
  const add = async (): Promise<void> => {
    if (fresh.itemId === null || fresh.quantityMicro === null) return
    const part = { itemId: fresh.itemId, quantityMicro: fresh.quantityMicro }
    const others = kept.filter((row) => row.itemId !== part.itemId)
    if ((await save.run({ itemId, parts: [...others, part] })) !== undefined) setFresh(NOTHING)
  }
  return (
    <section className="k-fieldset" aria-label={t('items.kit.title')}>
      <h3>{t('items.kit.title')}</h3>
      {save.refusal === undefined ? null : <RefusalAlert refusal={save.refusal} />}
      {rows.length === 0 ? <p className="k-soft">{t('items.kit.none')}</p> : null}
      <table className="k-table">
        <thead>
          <tr>
            <th scope="col">{t('items.kit.part')}</th>
            <th scope="col" className="k-right">
              {t('items.kit.quantity')}
            </th>
            <th scope="col" />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ item, quantityMicro }) => (
            <tr key={item.id}>
              <td>
                {item.code} {item.name}
              </td>
              <td className="k-right">
                <QuantityText quantityMicro={quantityMicro} unit={item.baseUnit} />
              </td>
              <td>
                {canWrite ? (
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={t('items.kit.remove', { name: item.name })}
                    onClick={() => void save.run({ itemId, parts: kept.filter((part) => part.itemId !== item.id) })}
                  />
                ) : null}
              </td>
            </tr>
          ))}
          {canWrite ? (
            <tr>
              <td>
                <ItemSelect
                  label={t('items.kit.part')}
                  value={fresh.itemId}
                  text={fresh.text}
                  onChange={(id, text) => setFresh({ ...fresh, itemId: id, text })}
                />
              </td>
              <td>
                <ScaledInput
                  aria-label={t('items.kit.quantity')}
                  decimals={6}
                  value={fresh.quantityMicro}
                  onChange={(quantityMicro) => setFresh({ ...fresh, quantityMicro })}
                />
              </td>
              <td>
                <Button disabled={fresh.itemId === null} loading={save.isRunning} onClick={() => void add()}>
                  {t('items.kit.add')}
                </Button>
              </td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </section>
  )
}
