import { pluggedDevices } from './edge/devices'

interface ParentPort {
  on(event: 'message', listener: (message: { data: { id: number } }) => void): void
  postMessage(message: unknown): void
}

// A process of its own: a native crash or a hung port never touches the data.
const parent = (process as unknown as { parentPort: ParentPort }).parentPort

parent.on('message', ({ data }) => {
  void pluggedDevices().then((devices) => parent.postMessage({ id: data.id, devices }))
})
