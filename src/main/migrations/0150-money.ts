import type { Migration } from '../kernel/db'
import { appendOnly } from './append-only'
import { withDocumentLinks } from './document-links'

const written = `
      note TEXT NOT NULL DEFAULT '',
      created_by INTEGER NOT NULL,
      created_at TEXT NOT NULL`

const state = `state TEXT NOT NULL DEFAULT 'posted' CHECK (state IN ('posted', 'reversed'))`

/** Where money lies, and every way it moves: transfers, other receipts and payments, netting, notes, dunning. */
export const money: Migration = {
  version: 150,
  name: 'money',
  sql: (schema) => `
    -- What a line is in a foreign currency, debit above zero; the books balance in their own.
    ALTER TABLE accounting_line ADD COLUMN currency TEXT;
    ALTER TABLE accounting_line ADD COLUMN foreign_minor INTEGER
      CHECK ((foreign_minor IS NULL) = (currency IS NULL));
    CREATE VIEW v_accounting_foreign_line AS
      SELECT entry_id, line_number, account_id, debit_minor, credit_minor, currency, foreign_minor
      FROM accounting_line WHERE currency IS NOT NULL;

    -- A till, a petty cash or a bank account; each has an account of the books to itself.
    CREATE TABLE treasury_account (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('cash', 'petty', 'bank')),
      name TEXT NOT NULL,
      account_id INTEGER NOT NULL UNIQUE REFERENCES accounting_account (id),
      bank_name TEXT NOT NULL DEFAULT '',
      bank_number TEXT NOT NULL DEFAULT '',
      active INTEGER NOT NULL DEFAULT 1
    ) STRICT;

    CREATE TABLE treasury_limit (
      name TEXT PRIMARY KEY CHECK (name IN ('write-off')),
      amount_minor INTEGER NOT NULL CHECK (amount_minor >= 0)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO treasury_limit (name, amount_minor) VALUES ('write-off', 100);

    -- Bills of exchange and cheques, received (held until endorsed, discounted or collected) or issued (until paid).
    CREATE TABLE treasury_note (
      id INTEGER PRIMARY KEY,
      direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
      kind TEXT NOT NULL CHECK (kind IN ('bank-acceptance', 'trade-acceptance', 'cheque')),
      partner_id INTEGER NOT NULL REFERENCES parties_partner (id),
      bill_number TEXT NOT NULL,
      drawn_on TEXT NOT NULL,
      due_on TEXT NOT NULL,
      drawer TEXT NOT NULL DEFAULT '',
      amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
      state TEXT NOT NULL CHECK (state IN
        ('held', 'issued', 'endorsed', 'discounted', 'collected', 'paid', 'dishonoured', 'reversed'))
    ) STRICT;
    CREATE UNIQUE INDEX treasury_note_bill ON treasury_note (direction, bill_number) WHERE state <> 'reversed';
    CREATE INDEX treasury_note_due ON treasury_note (due_on);
    CREATE INDEX treasury_note_partner ON treasury_note (partner_id);

    -- What became of a note at the bank; receiving, issuing and endorsing are payments.
    CREATE TABLE treasury_note_event (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      note_id INTEGER NOT NULL REFERENCES treasury_note (id),
      kind TEXT NOT NULL CHECK (kind IN ('discounted', 'collected', 'paid', 'dishonoured')),
      ${state},
      happened_on TEXT NOT NULL,
      account_id INTEGER REFERENCES treasury_account (id),
      charge_minor INTEGER NOT NULL DEFAULT 0 CHECK (charge_minor >= 0)
    ) STRICT;
    CREATE INDEX treasury_note_event_note ON treasury_note_event (note_id);

    ALTER TABLE treasury_payment ADD COLUMN account_id INTEGER REFERENCES treasury_account (id);
    ALTER TABLE treasury_payment ADD COLUMN note_id INTEGER REFERENCES treasury_note (id);
    -- the advance that this payment gives back
    ALTER TABLE treasury_payment ADD COLUMN refunds_id INTEGER REFERENCES treasury_payment (id);
    -- a few cents too much, kept as income or cost instead of an advance
    ALTER TABLE treasury_payment ADD COLUMN difference_minor INTEGER NOT NULL DEFAULT 0 CHECK (difference_minor >= 0);
    CREATE INDEX treasury_payment_note ON treasury_payment (note_id) WHERE note_id IS NOT NULL;
    CREATE INDEX treasury_payment_refund ON treasury_payment (refunds_id) WHERE refunds_id IS NOT NULL;
    -- parts of what an application settles that no money covers
    ALTER TABLE treasury_application ADD COLUMN discount_minor INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE treasury_application ADD COLUMN write_off_minor INTEGER NOT NULL DEFAULT 0;

    CREATE TABLE treasury_transfer (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      ${state},
      from_id INTEGER NOT NULL REFERENCES treasury_account (id),
      to_id INTEGER NOT NULL REFERENCES treasury_account (id),
      transferred_on TEXT NOT NULL,
      amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
      fee_minor INTEGER NOT NULL DEFAULT 0 CHECK (fee_minor >= 0),
      reference TEXT NOT NULL DEFAULT '', ${written},
      CHECK (from_id <> to_id)
    ) STRICT;
    CREATE INDEX treasury_transfer_date ON treasury_transfer (transferred_on);

    -- Money in or out that no invoice stands behind: bank charges, interest, petty cash, wages, rent.
    CREATE TABLE treasury_cash_entry (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
      ${state},
      account_id INTEGER NOT NULL REFERENCES treasury_account (id),
      entered_on TEXT NOT NULL,
      amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
      counterparty TEXT NOT NULL DEFAULT '',
      reference TEXT NOT NULL DEFAULT '', ${written}
    ) STRICT;
    CREATE INDEX treasury_cash_entry_date ON treasury_cash_entry (entered_on);
    CREATE TABLE treasury_cash_entry_line (
      entry_id INTEGER NOT NULL REFERENCES treasury_cash_entry (id),
      line_number INTEGER NOT NULL,
      ledger_account_id INTEGER NOT NULL REFERENCES accounting_account (id),
      amount_minor INTEGER NOT NULL CHECK (amount_minor <> 0),
      text TEXT NOT NULL DEFAULT '',
      PRIMARY KEY (entry_id, line_number)
    ) STRICT, WITHOUT ROWID;
    ${appendOnly('treasury_cash_entry_line')}

    CREATE TABLE treasury_netting (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      ${state},
      partner_id INTEGER NOT NULL REFERENCES parties_partner (id),
      netted_on TEXT NOT NULL,
      amount_minor INTEGER NOT NULL CHECK (amount_minor > 0), ${written}
    ) STRICT;
    CREATE INDEX treasury_netting_partner ON treasury_netting (partner_id);

    CREATE TABLE treasury_dunning_level (
      level INTEGER PRIMARY KEY CHECK (level BETWEEN 1 AND 5),
      days_overdue INTEGER NOT NULL CHECK (days_overdue >= 0),
      text TEXT NOT NULL DEFAULT ''
    ) STRICT;
    INSERT INTO treasury_dunning_level (level, days_overdue) VALUES (1, 7), (2, 21), (3, 42);

    CREATE TABLE treasury_dunning_letter (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      partner_id INTEGER NOT NULL REFERENCES parties_partner (id),
      level INTEGER NOT NULL,
      sent_on TEXT NOT NULL,
      amount_minor INTEGER NOT NULL, ${written}
    ) STRICT;
    CREATE INDEX treasury_dunning_letter_partner ON treasury_dunning_letter (partner_id);
    CREATE TABLE treasury_dunning_item (
      letter_id INTEGER NOT NULL REFERENCES treasury_dunning_letter (id),
      open_item_id INTEGER NOT NULL REFERENCES accounting_open_item (id),
      level INTEGER NOT NULL,
      open_minor INTEGER NOT NULL,
      PRIMARY KEY (letter_id, open_item_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX treasury_dunning_item_open ON treasury_dunning_item (open_item_id);
    ${appendOnly('treasury_dunning_item')}

    CREATE VIEW v_treasury_account AS
      SELECT id, kind, name, account_id, bank_name, bank_number, active FROM treasury_account;
    ${withDocumentLinks(schema, [
      `SELECT 'treasury.transfer', id, number, state FROM treasury_transfer`,
      `SELECT 'treasury.cashEntry', id, number, state FROM treasury_cash_entry`,
      `SELECT 'treasury.netting', id, number, state FROM treasury_netting`,
      `SELECT 'treasury.noteEvent', id, number, state FROM treasury_note_event`,
      `SELECT 'treasury.dunning', id, number, 'posted' FROM treasury_dunning_letter`,
    ])}
  `,
}
