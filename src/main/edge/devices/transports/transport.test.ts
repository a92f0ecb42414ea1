import { describe, expect, it } from 'vitest'
import { troubleOf } from './transport'

const where = '/dev/usb/lp0'
const failure = (code: string, message = `${code}: it failed`): Error => Object.assign(new Error(message), { code })

describe('what the system says about a port', () => {
  it.each([
    [failure('EACCES'), 'devices.noPermission'],
    [failure('EPERM'), 'devices.noPermission'],
    [new Error('Error: Permission denied, cannot open /dev/ttyUSB0'), 'devices.noPermission'],
    [new Error('Opening COM3: Access denied'), 'devices.noPermission'],
    [failure('EBUSY', 'EBUSY: resource busy or locked, open /dev/usb/lp0'), 'devices.portBusy'],
    [new Error('Error Resource temporarily unavailable Cannot lock port'), 'devices.portBusy'],
    [failure('ENOENT'), 'devices.unplugged'],
    [failure('ENXIO'), 'devices.unplugged'],
    [new Error('Opening COM3: File not found'), 'devices.unplugged'],
    [failure('ECONNREFUSED'), 'devices.unreachable'],
    [failure('EHOSTUNREACH'), 'devices.unreachable'],
    [failure('EIO'), 'devices.failed'],
  ])('%s is told as %s', (error, code) => {
    expect(troubleOf(error, where)).toMatchObject({ code, params: { where } })
  })

  it('tells of a HID device that a rule is missing, because no group owns it', () => {
    expect(troubleOf(failure('EACCES'), '/dev/hidraw3').code).toBe('devices.noHidPermission')
  })
})
