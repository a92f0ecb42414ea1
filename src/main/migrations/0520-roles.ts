import type { Migration } from '../kernel/db'

export const roles: Migration = {
  version: 520,
  name: 'roles',
  sql: `
    -- A role is a preset of the program or made by the owner from one. Only what differs from the preset is kept, so a
    -- right that a later version brings reaches every role whose preset has it.
    CREATE TABLE access_role (
      code TEXT PRIMARY KEY,
      -- '' for a preset: its name is in the language of whoever reads
      name TEXT NOT NULL DEFAULT '',
      based_on TEXT NOT NULL CHECK (based_on IN ('owner', 'bookkeeper', 'clerk', 'salesperson', 'accountant')),
      -- part of the list price, in micro; null: any
      discount_micro INTEGER CHECK (discount_micro BETWEEN 0 AND 1000000),
      -- of a purchase order, with tax; null: any
      purchase_minor INTEGER CHECK (purchase_minor >= 0),
      -- the owner can do everything, always: nobody can lock the company out of itself
      CHECK (based_on <> 'owner' OR (code = 'owner' AND discount_micro IS NULL AND purchase_minor IS NULL))
    ) STRICT, WITHOUT ROWID;
    INSERT INTO access_role (code, based_on, discount_micro) VALUES
      ('owner', 'owner', NULL), ('bookkeeper', 'bookkeeper', NULL), ('clerk', 'clerk', NULL),
      ('salesperson', 'salesperson', 100000), ('accountant', 'accountant', NULL);

    CREATE TABLE access_role_change (
      role TEXT NOT NULL REFERENCES access_role (code) ON DELETE CASCADE,
      right_name TEXT NOT NULL,
      granted INTEGER NOT NULL CHECK (granted IN (0, 1)),
      PRIMARY KEY (role, right_name),
      CHECK (role <> 'owner')
    ) STRICT, WITHOUT ROWID;

    -- Where there is a row, the role works in these warehouses and sees no other.
    CREATE TABLE access_role_warehouse (
      role TEXT NOT NULL REFERENCES access_role (code) ON DELETE CASCADE,
      warehouse_id INTEGER NOT NULL REFERENCES warehouse_warehouse (id),
      PRIMARY KEY (role, warehouse_id),
      CHECK (role <> 'owner')
    ) STRICT, WITHOUT ROWID;

    ALTER TABLE access_user ADD COLUMN role_code TEXT REFERENCES access_role (code);
    UPDATE access_user SET role_code = role;
    ALTER TABLE access_user DROP COLUMN role;
    ALTER TABLE access_user RENAME COLUMN role_code TO role;
    CREATE INDEX access_user_role ON access_user (role);
  `,
}
