import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../../../shared/errors'
import { useCommand } from '../../app/commands'
import { api, engine } from '../../app/engine'
import { useCan } from '../../app/session'
import { smallPicture } from '../../app/small-picture'
import { Dialog, RefusalAlert } from '../../ui'

/** Pictures of an item, made small before they are kept. */
export function ItemPictures({ itemId, name }: { readonly itemId: number; readonly name: string }): ReactNode {
  const { t } = useTranslation()
  const canWrite = useCan('items.write')
  const input = useRef<HTMLInputElement>(null)
  const [shown, setShown] = useState<number>()
  const [unread, setUnread] = useState<Refusal>()
  const { data } = useQuery(api.items.listImages.queryOptions({ input: { itemId } }))
  const large = useQuery(api.items.getImage.queryOptions({ input: { id: shown ?? 0 }, enabled: shown !== undefined }))
  const add = useCommand(engine.items.addImage)
  const remove = useCommand(engine.items.removeImage)
  const rows = data?.rows ?? []
  const refusal = unread ?? add.refusal ?? remove.refusal
  const take = async (file: File): Promise<void> => {
    const small = await smallPicture(file)
    setUnread(small === undefined ? new Refusal('items.notAPicture') : undefined)
    if (small !== undefined) await add.run({ itemId, ...small })
  }
  return (
    <section className="k-fieldset" aria-label={t('items.pictures.title')}>
      <h3>{t('items.pictures.title')}</h3>
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      {rows.length === 0 ? <p className="k-soft">{t('items.pictures.none')}</p> : null}
      <div className="k-toolbar-line">
        {rows.map(({ id, thumbnailUrl }, at) => (
          <span key={id}>
            <button
              type="button"
              className="k-plain"
              aria-label={t('items.pictures.show', { number: at + 1 })}
              onClick={() => setShown(id)}
            >
              <img className="k-item-picture" src={thumbnailUrl} alt={t('items.pictures.of', { name })} />
            </button>
            {canWrite ? (
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('items.pictures.remove')}
                onClick={() => void remove.run({ id })}
              />
            ) : null}
          </span>
        ))}
        {canWrite ? (
          <>
            <input
              ref={input}
              type="file"
              hidden
              accept="image/*"
              aria-label={t('items.pictures.add')}
              onChange={(event) => {
                const [file] = event.target.files ?? []
                event.target.value = ''
                if (file !== undefined) void take(file)
              }}
            />
            <Button icon={<PlusOutlined />} loading={add.isRunning} onClick={() => input.current?.click()}>
              {t('items.pictures.add')}
            </Button>
          </>
        ) : null}
      </div>
      {shown === undefined || large.data === undefined ? null : (
        <Dialog title={name} footer={null} width={900} onCancel={() => setShown(undefined)}>
          <img className="k-item-picture-large" src={large.data.url} alt={t('items.pictures.of', { name })} />
        </Dialog>
      )}
    </section>
  )
}
