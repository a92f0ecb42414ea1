import type { Generated } from 'kysely'

export interface DevicesTables {
  devices_device: {
    id: Generated<number>
    station: string
    name: string
    role: 'scanner' | 'printer' | 'scale' | 'rfid'
    profile: string
    address: string
    settings: string
    workplace: string
  }
}
