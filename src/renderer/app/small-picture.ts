import { IMAGE_LIMITS } from '../../shared/values/image-limits'

/** A picture made small as JPEG, base64 without its head, at the best quality that fits. */
function fitted(image: ImageBitmap, side: number, bytes: number): string {
  const scale = Math.min(1, side / Math.max(image.width, image.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(image.width * scale))
  canvas.height = Math.max(1, Math.round(image.height * scale))
  const context = canvas.getContext('2d')
  if (context === null) return ''
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  const qualities = [0.85, 0.7, 0.5, 0.3]
  const texts = qualities.map((quality) => canvas.toDataURL('image/jpeg', quality).split(',')[1] ?? '')
  return texts.find((text) => (text.length * 3) / 4 <= bytes) ?? texts.at(-1) ?? ''
}

/** What `items.addImage` wants of a chosen file; undefined where the file is no picture. */
export async function smallPicture(file: Blob): Promise<{ picture: string; thumbnail: string } | undefined> {
  try {
    const image = await createImageBitmap(file)
    const { pictureSide, pictureBytes, thumbnailSide, thumbnailBytes } = IMAGE_LIMITS
    return {
      picture: fitted(image, pictureSide, pictureBytes),
      thumbnail: fitted(image, thumbnailSide, thumbnailBytes),
    }
  } catch {
    return undefined
  }
}
