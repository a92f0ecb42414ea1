import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../app/engine'

export interface TakenPhoto {
  readonly mediaType: 'image/jpeg' | 'image/png'
  /** base64 */
  readonly content: string
}

/** Longest edge of what is kept: enough to see a torn label, small enough for a thousand of them. */
const EDGE = 1600

/** A picture as it is kept: made smaller here, so that a phone's twelve megapixels need not travel. */
export async function readPhoto(file: File): Promise<TakenPhoto> {
  const picture = await createImageBitmap(file)
  const scale = Math.min(1, EDGE / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return { mediaType: 'image/jpeg', content: canvas.toDataURL('image/jpeg', 0.85).split(',')[1] ?? '' }
}

/** Takes a picture with the camera of a handheld, or chooses a file at the desk. */
export function usePhotoPicker(onPhoto: (file: File) => void): {
  readonly input: ReactNode
  readonly open: () => void
} {
  const ref = useRef<HTMLInputElement>(null)
  const input = (
    <input
      ref={ref}
      type="file"
      hidden
      accept="image/jpeg,image/png"
      capture="environment"
      onChange={(event) => {
        const file = event.target.files?.[0]
        event.target.value = ''
        if (file !== undefined) onPhoto(file)
      }}
    />
  )
  return { input, open: () => ref.current?.click() }
}

export function Photos(props: {
  readonly ids: readonly number[]
  readonly onAdd: ((file: File) => void) | undefined
}): ReactNode {
  const { ids, onAdd } = props
  const { t } = useTranslation()
  const picker = usePhotoPicker((file) => onAdd?.(file))
  return (
    <section className="k-fieldset" aria-label={t('quality.photos')}>
      <h2>{t('quality.photos')}</h2>
      {ids.length === 0 ? <p className="k-soft">{t('quality.noPhotos')}</p> : null}
      <p>
        {ids.map((id, at) => (
          <Photo key={id} id={id} label={t('quality.photoOf', { number: at + 1 })} />
        ))}
      </p>
      {onAdd === undefined ? null : (
        <>
          {picker.input}
          <Button onClick={picker.open}>{t('quality.addPhoto')}</Button>
        </>
      )}
    </section>
  )
}

function Photo({ id, label }: { readonly id: number; readonly label: string }): ReactNode {
  const { data } = useQuery({ ...api.quality.getPhoto.queryOptions({ input: { id } }), staleTime: Infinity })
  return data === undefined ? null : (
    <img className="k-quality-photo" src={`data:${data.mediaType};base64,${data.content}`} alt={label} />
  )
}
