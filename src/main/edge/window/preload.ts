import { contextBridge, ipcRenderer } from 'electron'
import { SHELL_CHANNELS, type Shell } from '../../../shared/shell'

// The page is sandboxed: this is all it can ask of the computer.
const stationArgument = process.argv.find((argument) => argument.startsWith('--kontor-station='))

const shell: Shell = {
  station: stationArgument?.slice('--kontor-station='.length) ?? 'desk',
  connect: () => ipcRenderer.send(SHELL_CHANNELS.connect),
  openDemo: () => ipcRenderer.send(SHELL_CHANNELS.openDemo),
  openOwn: () => ipcRenderer.send(SHELL_CHANNELS.openOwn),
  backup: (verb, input) => ipcRenderer.invoke(SHELL_CHANNELS.backup, verb, input) as never,
  update: (verb, input) => ipcRenderer.invoke(SHELL_CHANNELS.update, verb, input) as never,
  keep: () => ipcRenderer.send(SHELL_CHANNELS.keep),
  connectDevices: () => ipcRenderer.send(SHELL_CHANNELS.connectDevices),
}
contextBridge.exposeInMainWorld('kontor', shell)

declare const window: {
  readonly origin: string
  postMessage(message: unknown, origin: string, ports: readonly unknown[]): void
}

// A MessagePort can't cross the bridge as a value; the page takes it from a message of its own window.
const PASSED_ON = [
  SHELL_CHANNELS.engine,
  SHELL_CHANNELS.progress,
  SHELL_CHANNELS.backupState,
  SHELL_CHANNELS.updateState,
  SHELL_CHANNELS.devices,
]
for (const channel of PASSED_ON) {
  ipcRenderer.on(channel, (event, payload: unknown) => {
    window.postMessage({ channel, payload }, window.origin, event.ports)
  })
}
