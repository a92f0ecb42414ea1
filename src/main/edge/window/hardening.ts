import { app, session, type WebContents } from 'electron'

/** Refuses everything that this program never needs: foreign pages, new windows, permissions, webviews. */
export function harden(): void {
  app.on('web-contents-created', (_event, contents) => lock(contents))
  const deny = session.defaultSession
  deny.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  deny.setPermissionCheckHandler(() => false)
  deny.setDevicePermissionHandler(() => false)
}

function lock(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event, url) => {
    if (new URL(url).origin !== new URL(contents.getURL()).origin) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
