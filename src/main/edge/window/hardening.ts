import { app, session, type WebContents } from 'electron'

/**
 * Refuses everything that this program never needs: foreign pages, new windows, permissions, webviews. The camera alone
 * is given, to our own page, which reads codes with it; never the microphone.
 */
export function harden(isOwn: (url: string) => boolean): void {
  app.on('web-contents-created', (_event, contents) => lock(contents))
  const deny = session.defaultSession
  deny.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(
      permission === 'media' &&
        'mediaTypes' in details &&
        details.mediaTypes?.every((kind) => kind === 'video') === true &&
        isOwn(details.requestingUrl),
    ),
  )
  deny.setPermissionCheckHandler(
    (_contents, permission, origin, details) =>
      permission === 'media' && details.mediaType === 'video' && isOwn(origin),
  )
  deny.setDevicePermissionHandler(() => false)
}

function lock(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event, url) => {
    if (new URL(url).origin !== new URL(contents.getURL()).origin) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
