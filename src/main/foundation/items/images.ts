import { refuse } from '../../../shared/errors'
import { IMAGE_LIMITS } from '../../../shared/values/image-limits'
import type { Reader, Tx } from '../../kernel/db'
import { imageStore } from './image-store'
import { requireItem } from './item'

/** What a file is by its first bytes, whatever it is called. */
function mimeOf(bytes: Buffer): string | undefined {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg'
  if (bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'image/png'
  const isWebp =
    bytes.subarray(0, 4).toString('latin1') === 'RIFF' && bytes.subarray(8, 12).toString('latin1') === 'WEBP'
  return isWebp ? 'image/webp' : undefined
}

const dataUrl = (mime: string, bytes: Uint8Array): string =>
  `data:${mime};base64,${Buffer.from(bytes).toString('base64')}`

/** A picture of an item, and the small one that lists and the station show; both made small by whoever sends them. */
export function addImage(tx: Tx, input: { itemId: number; picture: string; thumbnail: string }): { id: number } {
  const item = requireItem(tx, input.itemId)
  const picture = Buffer.from(input.picture, 'base64')
  const thumbnail = Buffer.from(input.thumbnail, 'base64')
  const mime = mimeOf(picture)
  if (mime === undefined || mimeOf(thumbnail) !== mime) refuse('items.notAPicture', {}, 'picture')
  if (picture.length > IMAGE_LIMITS.pictureBytes || thumbnail.length > IMAGE_LIMITS.thumbnailBytes) {
    refuse('items.pictureTooLarge', { most: IMAGE_LIMITS.pictureBytes / 1024 }, 'picture')
  }
  if (imageStore.count(tx, item.id) >= IMAGE_LIMITS.perItem) {
    refuse('items.tooManyPictures', { item: item.name, most: IMAGE_LIMITS.perItem }, 'picture')
  }
  const id = imageStore.insert(tx, { itemId: item.id, mime, picture, thumbnail })
  tx.announce({ kind: 'items.itemChanged', id: item.id })
  return { id }
}

export function removeImage(tx: Tx, input: { id: number }): { done: true } {
  const image = imageStore.byId(tx, input.id) ?? refuse('items.pictureUnknown', {}, 'id')
  imageStore.remove(tx, input.id)
  tx.announce({ kind: 'items.itemChanged', id: image.itemId })
  return { done: true }
}

export function getImage(reader: Reader, input: { id: number }): { url: string } {
  const { mime, picture } = imageStore.byId(reader, input.id) ?? refuse('items.pictureUnknown', {}, 'id')
  return { url: dataUrl(mime, picture) }
}

export function listImages(reader: Reader, input: { itemId: number }) {
  return {
    rows: imageStore
      .ofItem(reader, input.itemId)
      .map(({ id, mime, thumbnail }) => ({ id, thumbnailUrl: dataUrl(mime, thumbnail) })),
  }
}

/** The small first picture of each item that has one. */
export function thumbnails(reader: Reader, input: { itemIds: readonly number[] }) {
  return {
    rows: imageStore
      .firstOf(reader, input.itemIds)
      .map(({ itemId, mime, thumbnail }) => ({ itemId, url: dataUrl(mime, thumbnail) })),
  }
}
