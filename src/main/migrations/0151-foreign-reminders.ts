import type { Migration } from '../kernel/db'

/** A reminder asks for what is open of a foreign invoice in the invoice's own currency. */
export const foreignReminders: Migration = {
  version: 151,
  name: 'foreign-reminders',
  sql: `
    ALTER TABLE treasury_dunning_item ADD COLUMN foreign_minor INTEGER;
  `,
}
