import { spawn } from 'node:child_process'
import { existsSync, lstatSync, rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

/** The far end of a wire, where a simulated device sits. */
export interface Channel {
  /** The path of the port or `host:port`. */
  readonly address: string
  write(bytes: Uint8Array): void
  onData(listener: (bytes: Uint8Array) => void): void
  /** Pulls the plug. */
  close(): Promise<void>
}

/** A serial port that does not exist: a pseudo terminal at `path`, kept by socat. Unix only. */
export async function openPty(path: string): Promise<Channel> {
  // Only the name of a port that was left behind gives way, never somebody's file.
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true) rmSync(path)
  else if (existsSync(path)) throw new Error(`EEXIST: ${path}`)
  const socat = spawn('socat', [`PTY,link=${path},rawer,mode=660`, 'STDIO'], { stdio: ['pipe', 'pipe', 'ignore'] })
  const listeners = new Set<(bytes: Uint8Array) => void>()
  socat.stdout.on('data', (bytes: Uint8Array) => {
    for (const listener of listeners) listener(bytes)
  })
  socat.stdin.on('error', () => undefined)
  const failed = new Promise<never>((_resolve, reject) => socat.once('error', reject))
  const exited = new Promise<void>((resolve) => socat.once('exit', () => resolve()))
  const isThere = (async () => {
    while (!existsSync(path)) {
      if (socat.exitCode !== null) throw new Error(`socat ended with ${socat.exitCode}`)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  })()
  await Promise.race([isThere, failed])
  return {
    address: path,
    write: (bytes) => void socat.stdin.write(bytes),
    onData: (listener) => void listeners.add(listener),
    async close() {
      socat.kill('SIGKILL')
      await exited
      // Killed, it leaves the name of the port behind; a real one vanishes.
      rmSync(path, { force: true })
    },
  }
}

/** A device on the network. Whoever connects hears it; what anybody sends, it hears. */
export async function openTcp(port: number): Promise<Channel> {
  const sockets = new Set<Socket>()
  const listeners = new Set<(bytes: Uint8Array) => void>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.setNoDelay(true)
    socket.on('data', (bytes) => {
      for (const listener of listeners) listener(bytes)
    })
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    write: (bytes) => {
      for (const socket of sockets) socket.write(bytes)
    },
    onData: (listener) => void listeners.add(listener),
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
