import type { Migration } from '../kernel/db'

export const devices: Migration = {
  version: 400,
  name: 'devices',
  sql: `
    -- A scanner, printer or scale as one station uses it. Settings of a place, not of the business: may be deleted.
    CREATE TABLE devices_device (
      id INTEGER PRIMARY KEY,
      station TEXT NOT NULL,
      name TEXT NOT NULL,
      role TEXT NOT NULL CHECK (role IN ('scanner', 'printer', 'scale', 'rfid')),
      -- JSON: the kind of device (shared/devices/profile), where it hangs, what was set on it
      profile TEXT NOT NULL CHECK (json_valid(profile)),
      address TEXT NOT NULL CHECK (json_valid(address)),
      settings TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(settings)),
      workplace TEXT NOT NULL DEFAULT '',
      UNIQUE (station, address)
    ) STRICT;
    CREATE UNIQUE INDEX devices_device_name ON devices_device (station, name COLLATE NOCASE);
  `,
}
