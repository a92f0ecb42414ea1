import { harmlessFileName } from '../../../shared/values/file-name'

export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = harmlessFileName(name)
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

export const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A paper of the engine (delivery note, invoice): saved; the desktop program opens it at once. */
export function savePdf(fileName: string, base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  saveFile(fileName, new Blob([bytes], { type: 'application/pdf' }))
}
