import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog, Field, MoneyText, QuantityText, RefusalAlert, useRefusalText } from '../../ui'
import { useCommand } from '../commands'
import { ItemSelect } from '../documents/item-select'
import { PartnerSelect } from '../documents/partner-select'
import { api, engine, type Engine } from '../engine'
import { useNavigation } from '../pages'
import { useSession } from '../session'

type Preview = Awaited<ReturnType<Engine['duplicates']['preview']>>

/** Chooses the one that stays and shows what would move before anything does. */
export function MergeDialog(props: {
  readonly noun: 'item' | 'partner'
  readonly fromId: number
  readonly onClose: () => void
}): ReactNode {
  const { noun, fromId, onClose } = props
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { company } = useSession()
  const [intoId, setInto] = useState<number>()
  const merge = useCommand(engine.duplicates.merge)
  const { data } = useQuery(
    api.duplicates.preview.queryOptions({
      input: { noun, fromId, intoId: intoId ?? fromId },
      enabled: intoId !== undefined,
    }),
  )
  const canMerge = data !== undefined && data.obstacles.length === 0 && data.open.length === 0
  const submit = async (): Promise<void> => {
    if (intoId === undefined) return
    if ((await merge.run({ noun, fromId, intoId, mergedOn: company.today })) === undefined) return
    await queries.invalidateQueries()
    onClose()
  }
  return (
    <Dialog
      title={t(`duplicates.title.${noun}`)}
      width={640}
      okText={t('duplicates.do')}
      okButtonProps={{ disabled: !canMerge, loading: merge.isRunning }}
      cancelText={t('app.cancel')}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <p>{t(`duplicates.hint.${noun}`)}</p>
      {merge.refusal === undefined ? null : <RefusalAlert refusal={merge.refusal} />}
      <Field label={t('duplicates.into')}>
        {(control) =>
          noun === 'item' ? (
            <ItemSelect id={control.id} value={intoId} onChange={(chosen) => setInto(chosen ?? undefined)} />
          ) : (
            <PartnerSelect id={control.id} side="any" value={intoId} onChange={setInto} />
          )
        }
      </Field>
      {data === undefined ? null : <Shown preview={data} />}
    </Dialog>
  )
}

function Shown({ preview }: { readonly preview: Preview }): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const textOf = useRefusalText()
  if (preview.obstacles.length > 0) {
    return (
      <>
        <h3>{t('duplicates.obstacles')}</h3>
        <ul>
          {preview.obstacles.map((obstacle, at) => (
            <li key={at}>{textOf(obstacle)}</li>
          ))}
        </ul>
      </>
    )
  }
  return (
    <>
      {preview.open.length === 0 ? null : (
        <>
          <h3>{t('duplicates.openDocuments')}</h3>
          <ul>
            {preview.open.map((link) => (
              <li key={`${link.kind} ${link.id}`}>
                <Button type="link" size="small" onClick={() => open(link.kind, { id: link.id })}>
                  {t(`app.kinds.${link.kind}`)} {link.number ?? ''}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{t('duplicates.moves')}</h3>
      <ul>
        {preview.moves.map(({ what, count }) => (
          <li key={what}>
            {t(`duplicates.what.${what}`)}
            {what === 'archive' ? null : `: ${count}`}
          </li>
        ))}
      </ul>
      {preview.stock.length === 0 ? null : (
        <table className="k-table">
          <caption>{t('duplicates.stock')}</caption>
          <tbody>
            {preview.stock.map((row) => (
              <tr key={row.warehouse}>
                <td>{row.warehouse}</td>
                <td className="k-right">
                  <QuantityText quantityMicro={row.quantityMicro} />
                </td>
                <td className="k-right">
                  {row.valueMinor === null ? null : <MoneyText amountMinor={row.valueMinor} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
