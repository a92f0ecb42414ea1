/** The window and its walls. Owns no table. */
import { BrowserWindow, session, shell } from 'electron'
import { join } from 'node:path'
import { harmlessFileName } from '../../../shared/values/file-name'
import { PAGE_ADDRESS } from './renderer-protocol'

export { BackupShell } from './backup/backup-shell'
export { harden } from './hardening'
export { PAGE_ADDRESS, registerScheme, serveRenderer } from './renderer-protocol'

export interface WindowOptions {
  readonly preload: string
  readonly station: string
  /** address of the development server; undefined in a built program */
  readonly developmentAddress: string | undefined
}

export function openWindow(options: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 360,
    minHeight: 480,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: '#ffffff',
    webPreferences: {
      preload: options.preload,
      additionalArguments: [`--kontor-station=${options.station}`],
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL(options.developmentAddress ?? PAGE_ADDRESS)
  return window
}

/** Papers (delivery notes, invoices, exports) go to the downloads folder and open at once; no dialog in the way. */
export function keepDownloads(folder: string): void {
  session.defaultSession.on('will-download', (_event, item) => {
    const path = join(folder, harmlessFileName(item.getFilename()))
    item.setSavePath(path)
    item.once('done', (_done, state) => {
      if (state === 'completed' && process.env['KONTOR_OPEN_DOWNLOADS'] !== 'no') void shell.openPath(path)
    })
  })
}
