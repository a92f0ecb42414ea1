import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { checkDigitsOf } from '../../../../shared/values/check-digits'
import { useCommand } from '../../../app/commands'
import { usePrintLabels } from '../../../app/documents/print-labels'
import { GoodsQuantity } from '../../../app/documents/goods-quantity'
import { api, asRefusal, engine } from '../../../app/engine'
import { useNavigation } from '../../../app/pages'
import { DateText, RefusalAlert, StateTag, Waiting } from '../../../ui'

/** What the books say lies in one bin. */
export function BinContent(props: { readonly code: string | undefined; readonly canManage: boolean }): ReactNode {
  const { code, canManage } = props
  const { t } = useTranslation()
  const { open } = useNavigation()
  const block = useCommand(engine.warehouse.blockBin)
  const { data, error } = useQuery(
    api.warehouse.binContent.queryOptions({ input: { scan: code ?? '' }, enabled: code !== undefined }),
  )
  const labels = usePrintLabels({ title: code ?? '', uses: ['bin'], sourceId: data?.bin.id ?? 0 })
  return (
    <aside className="k-bin-content" aria-live="polite">
      {code === undefined ? (
        <p className="k-soft">{t('warehouse.chooseBin')}</p>
      ) : error !== null ? (
        <RefusalAlert refusal={asRefusal(error)} />
      ) : data === undefined ? (
        <Waiting />
      ) : (
        <>
          <h2>{t('warehouse.content', { bin: data.bin.code })}</h2>
          <p className="k-soft">
            {t(`warehouse.kinds.${data.kind}`)} ·{' '}
            {t('warehouse.floor.checkDigits', { digits: checkDigitsOf(data.bin.code) })}
          </p>
          {data.isBlocked ? <StateTag tone="bad" label={t('warehouse.blocked')} /> : null}
          {labels.canPrint ? (
            <p>
              <Button size="small" onClick={labels.ask}>
                {t('labels.print.do')}
              </Button>
            </p>
          ) : null}
          {labels.dialog}
          {canManage ? (
            <p>
              <Button
                size="small"
                loading={block.isRunning}
                onClick={() => void block.run({ binId: data.bin.id, blocked: !data.isBlocked })}
              >
                {t(data.isBlocked ? 'warehouse.floor.unblock' : 'warehouse.floor.block')}
              </Button>
            </p>
          ) : null}
          {data.rows.length === 0 ? (
            <p>{t('warehouse.binEmpty')}</p>
          ) : (
            <ul>
              {data.rows.map((row) => (
                <li key={`${row.item.id}-${row.lot?.id ?? 0}-${row.status}`}>
                  <button
                    type="button"
                    className="k-plain k-link"
                    onClick={() => open('items.item', { id: row.item.id })}
                  >
                    {row.item.code}
                  </button>{' '}
                  {row.item.name}
                  <div>
                    <strong>
                      <GoodsQuantity item={row.item} quantityMicro={row.quantityMicro} pieces={row.pieces} />
                    </strong>
                    {row.lot === null ? null : (
                      <span className="k-soft">
                        {' '}
                        {row.lot.code} <DateText date={row.lot.expiresOn} />
                      </span>
                    )}
                    {row.status === 'available' ? null : <span> · {t(`shipping.statuses.${row.status}`)}</span>}
                  </div>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </aside>
  )
}
