import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { prepareZXingModule, readBarcodes, type ReadResult } from 'zxing-wasm/reader'
import wasmAddress from 'zxing-wasm/reader/zxing_reader.wasm?url'
import { readScan, scanRouter } from '../../ui'
import './camera-scanner.css'

/** Pictures are read so often; between them the page has time for everything else. */
const EVERY_MS = 120
/** The same code in front of the camera counts again only after it was away for so long. */
const SAME_CODE_MS = 1500
const WIDEST = 1280

prepareZXingModule({ overrides: { locateFile: () => wasmAddress } })

type Trouble = 'refused' | 'missing' | 'broken'

/** The camera of a phone or a PC as a scanner: what it reads goes where every scan goes. */
export function CameraScanner(): ReactNode {
  const { t } = useTranslation()
  const video = useRef<HTMLVideoElement>(null)
  const [trouble, setTrouble] = useState<Trouble>()
  useEffect(() => {
    const picture = video.current
    if (picture === null) return undefined
    const reading = readFrom(picture)
    reading.failed.catch((error: unknown) => setTrouble(troubleOf(error)))
    return reading.stop
  }, [])
  return (
    <div className="k-camera">
      {trouble === undefined ? null : <p role="alert">{t(`devices.camera.${trouble}`)}</p>}
      <video ref={video} muted playsInline aria-label={t('devices.camera.picture')} hidden={trouble !== undefined} />
    </div>
  )
}

/** Begins at once; `failed` never resolves, it only tells why there is no picture. */
function readFrom(video: HTMLVideoElement): { readonly failed: Promise<never>; stop(): void } {
  let isOver = false
  let stream: MediaStream | undefined
  const seen = new Map<string, number>()
  const run = async (): Promise<void> => {
    const devices = (navigator as { mediaDevices?: MediaDevices }).mediaDevices
    // A browser gives the camera to pages from this computer or over HTTPS only.
    if (devices === undefined) throw new DOMException('no camera here', 'NotAllowedError')
    stream = await devices.getUserMedia({
      video: { facingMode: 'environment', width: { ideal: WIDEST } },
      audio: false,
    })
    if (isOver) return end()
    video.srcObject = stream
    await video.play()
    const canvas = document.createElement('canvas')
    const context = canvas.getContext('2d', { willReadFrequently: true })
    while (!isOver && context !== null) {
      for (const result of await codesIn(video, canvas, context)) deliver(result, seen)
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS))
    }
  }
  const end = (): void => stream?.getTracks().forEach((track) => track.stop())
  const failed = run().then(
    () => new Promise<never>(() => undefined),
    (error: unknown) => {
      end()
      // Taken off the page while the camera was being opened.
      if (isOver) return new Promise<never>(() => undefined)
      throw error
    },
  )
  return {
    failed,
    stop() {
      isOver = true
      end()
      video.srcObject = null
    },
  }
}

async function codesIn(
  video: HTMLVideoElement,
  canvas: HTMLCanvasElement,
  context: CanvasRenderingContext2D,
): Promise<readonly ReadResult[]> {
  const { videoWidth: width, videoHeight: height } = video
  if (width === 0 || height === 0) return []
  canvas.width = width
  canvas.height = height
  context.drawImage(video, 0, 0)
  return readBarcodes(context.getImageData(0, 0, width, height), {
    tryHarder: true,
    textMode: 'Plain',
    maxNumberOfSymbols: 4,
  })
}

function deliver(result: ReadResult, seen: Map<string, number>): void {
  const text = `${result.symbologyIdentifier}${result.text}`
  const now = performance.now()
  const before = seen.get(text) ?? Number.NEGATIVE_INFINITY
  seen.set(text, now)
  if (result.isValid && result.text !== '' && now - before > SAME_CODE_MS) {
    navigator.vibrate?.(40)
    scanRouter.deliver(readScan(text, 'device'))
  }
}

function troubleOf(error: unknown): Trouble {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused'
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'missing' : 'broken'
}
