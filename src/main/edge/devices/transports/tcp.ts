import { connect } from 'node:net'
import { Refusal } from '../../../../shared/errors'
import { troubleOf, whereOf, type OpenWire, type Wire, type WireEvents } from './transport'

const CONNECT_MS = 4000

export async function openTcp({ address }: OpenWire, events: WireEvents): Promise<Wire> {
  if (address.transport !== 'tcp') throw new Error('not a network address')
  const where = whereOf(address)
  const socket = connect({ host: address.host, port: address.port, noDelay: true, keepAlive: true })
  // A cable pulled out ends no connection by itself: ask the other end every few seconds.
  socket.setKeepAlive(true, 3000)
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      socket.destroy()
      reject(new Refusal('devices.unreachable', { where }))
    }, CONNECT_MS)
    socket.once('error', (error) => {
      clearTimeout(timer)
      reject(troubleOf(error, where))
    })
    socket.once('connect', () => {
      clearTimeout(timer)
      resolve()
    })
  })
  let isOver = false
  const onTheirWay = new Set<() => void>()
  const end = (): void => {
    if (isOver) return
    isOver = true
    socket.destroy()
    for (const fail of onTheirWay) fail()
    events.onGone()
  }
  socket.on('data', (bytes) => {
    if (!isOver) events.onData(bytes)
  })
  socket.on('error', end)
  socket.on('end', end)
  socket.on('close', end)
  return {
    write(bytes) {
      if (isOver) return Promise.reject(new Refusal('devices.unreachable', { where }))
      return new Promise((resolve, reject) => {
        const fail = (): void => reject(new Refusal('devices.unreachable', { where }))
        onTheirWay.add(fail)
        socket.write(bytes, (error) => {
          onTheirWay.delete(fail)
          if (error) reject(troubleOf(error, where))
          else resolve()
        })
      })
    },
    close() {
      if (isOver) return Promise.resolve()
      isOver = true
      return new Promise((resolve) => {
        // What was written is sent before the end.
        socket.end(() => resolve())
        setTimeout(() => {
          socket.destroy()
          resolve()
        }, 500)
      })
    },
  }
}
