import { refuse } from '../../../shared/errors'
import type { Reader, Tx } from '../../kernel/db'
import type { Actor } from '../../kernel/dispatch'
import { inspectionStore } from './inspection-store'

/** How a picture begins: what a file calls itself proves nothing. */
const BEGINNINGS = { 'image/jpeg': [0xff, 0xd8, 0xff], 'image/png': [0x89, 0x50, 0x4e, 0x47] } as const

interface NewPhoto {
  readonly inspectionId: number
  readonly mediaType: keyof typeof BEGINNINGS
  readonly content: string
}

export function addPhoto(tx: Tx, actor: Actor, input: NewPhoto): { id: number } {
  const { inspectionId, mediaType } = input
  const inspection = inspectionStore.byId(tx, inspectionId) ?? refuse('quality.inspectionUnknown', {}, 'inspectionId')
  if (inspection.state !== 'open') refuse('quality.inspectionClosed', { inspection: inspection.number }, 'inspectionId')
  const content = Buffer.from(input.content, 'base64')
  if (!BEGINNINGS[mediaType].every((byte, at) => content[at] === byte)) refuse('quality.notAPhoto', {}, 'content')
  const id = inspectionStore.addPhoto(tx, { inspectionId, mediaType, content, by: actor.userId })
  tx.announce({ kind: 'quality.photoAdded', id: inspectionId })
  return { id }
}

export function getPhoto(reader: Reader, input: { readonly id: number }) {
  const photo = inspectionStore.photo(reader, input.id) ?? refuse('quality.photoUnknown', {}, 'id')
  return { mediaType: photo.mediaType, content: Buffer.from(photo.content).toString('base64') }
}
