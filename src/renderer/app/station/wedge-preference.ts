import { usualWedge, type WedgeSettings } from '../../ui'
import { readPreference } from '../preferences'

/** What the wizard found out about this computer's scanner in keyboard mode. */
export const WEDGE = 'scan.wedge'

export const wedgeSettings = (): WedgeSettings => ({
  ...usualWedge,
  ...readPreference<Partial<WedgeSettings>>(WEDGE, {}),
})
