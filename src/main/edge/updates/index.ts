/** Looks for a newer release in a packaged program; the person decides when it is installed. Owns no table. */
import { app } from 'electron'
import electronUpdater from 'electron-updater'
import { log } from '../../kernel/log'

export function watchForUpdates(): void {
  if (!app.isPackaged) return
  const { autoUpdater } = electronUpdater
  autoUpdater.autoDownload = false
  autoUpdater.autoInstallOnAppQuit = false
  autoUpdater.checkForUpdates().catch((error: unknown) => log.warn({ err: error }, 'no word from the update server'))
}
