import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, asRefusal, engine } from '../../../app/engine'
import { savePdf } from '../../../app/lists/save-file'
import { useNavigation } from '../../../app/pages'
import { RefusalAlert, useLanguage, type ShownRefusal } from '../../../ui'

/** Batches with something left to pick, and who picks them. */
export function OpenBatches({ warehouseId }: { readonly warehouseId: number }): ReactNode {
  const { t } = useTranslation()
  const language = useLanguage()
  const { open, canOpen } = useNavigation()
  const { data } = useQuery(api.warehouse.listBatches.queryOptions({ input: { warehouseId } }))
  const rows = data?.rows ?? []
  const [refusal, setRefusal] = useState<ShownRefusal>()
  const paper = async (batchId: number): Promise<void> => {
    setRefusal(undefined)
    try {
      const { fileName, pdf } = await engine.warehouse.pickListPdf({ batchId, locale: language })
      savePdf(fileName, pdf)
    } catch (error) {
      setRefusal(asRefusal(error))
    }
  }
  return (
    <section className="k-fieldset" aria-label={t('warehouse.batches')}>
      <header>
        <h2>{t('warehouse.batches')}</h2>
      </header>
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} onClose={() => setRefusal(undefined)} />}
      {rows.length === 0 ? (
        <p className="k-soft">{t('warehouse.noBatches')}</p>
      ) : (
        <table className="k-table">
          <thead>
            <tr>
              <th scope="col">{t('warehouse.batch')}</th>
              <th scope="col">{t('warehouse.wave')}</th>
              <th scope="col">{t('warehouse.pickingMode')}</th>
              <th scope="col">{t('warehouse.picker')}</th>
              <th scope="col">{t('warehouse.progress')}</th>
              <th scope="col" className="k-right">
                {t('warehouse.walkOf')}
              </th>
              <th scope="col" aria-label={t('warehouse.pickNow')} />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>{row.number}</td>
                <td>
                  {row.waveNumber}
                  {row.zoneName === null ? null : <span className="k-soft"> {row.zoneName}</span>}
                </td>
                <td>{t(`warehouse.pickings.${row.picking}`)}</td>
                <td>{row.assignedTo ?? <span className="k-soft">{t('warehouse.nobody')}</span>}</td>
                <td>
                  <progress value={row.doneTasks} max={row.tasks} aria-label={row.number} />{' '}
                  <span className="k-num">{t('warehouse.progressOf', { done: row.doneTasks, total: row.tasks })}</span>
                </td>
                <td className="k-right k-num">
                  {t('warehouse.metres', { metres: Math.round(row.walkMillimetres / 1000) })}
                </td>
                <td className="k-right">
                  <Button size="small" onClick={() => void paper(row.id)}>
                    {t('warehouse.floor.onPaper')}
                  </Button>{' '}
                  {canOpen('warehouse.station') ? (
                    <Button size="small" onClick={() => open('warehouse.station', { task: 'pick', batchId: row.id })}>
                      {t('warehouse.pickNow')}
                    </Button>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
