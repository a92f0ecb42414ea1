import { appendOnly } from './append-only'
import type { Migration } from '../kernel/db'

/**
 * What a bookkeeper keeps beside the plain journal: accounts that ask for more (dimensions, quantities, cash), vouchers
 * that are prepared before they are posted, and the day of a line on the line itself, so that an account of a million
 * lines is read a page at a time.
 */
export const vouchers: Migration = {
  version: 100,
  name: 'vouchers',
  sql: `
    ALTER TABLE accounting_account ADD COLUMN is_active INTEGER NOT NULL DEFAULT 1;
    -- Money that the cash book, the bank book and the cash-flow statement are about.
    ALTER TABLE accounting_account ADD COLUMN cash_kind TEXT NOT NULL DEFAULT ''
      CHECK (cash_kind IN ('', 'cash', 'bank', 'other'));
    -- Unit of an account that counts as well as values; null where it does not.
    ALTER TABLE accounting_account ADD COLUMN quantity_unit TEXT;
    -- The "of which" row of a statement that this account is shown in.
    ALTER TABLE accounting_account ADD COLUMN statement_tag TEXT;
    -- Dimensions that every voucher line by hand must name, parted by spaces.
    ALTER TABLE accounting_account ADD COLUMN requires TEXT NOT NULL DEFAULT '';
    CREATE INDEX accounting_account_parent ON accounting_account (parent_id);
    UPDATE accounting_account SET cash_kind = 'cash'
      WHERE id IN (SELECT account_id FROM accounting_role WHERE role = 'cash');
    UPDATE accounting_account SET cash_kind = 'bank'
      WHERE id IN (SELECT account_id FROM accounting_role WHERE role = 'bank');
    UPDATE accounting_account SET cash_kind = 'other'
      WHERE code = '1012' AND (SELECT pack FROM company_profile) = 'cn-sbe';

    CREATE TABLE accounting_dimension (
      id INTEGER PRIMARY KEY,
      dimension TEXT NOT NULL CHECK (dimension IN ('department', 'project', 'person')),
      code TEXT NOT NULL,
      name TEXT NOT NULL,
      is_active INTEGER NOT NULL DEFAULT 1,
      UNIQUE (dimension, code)
    ) STRICT;

    ALTER TABLE accounting_entry ADD COLUMN attachments INTEGER NOT NULL DEFAULT 0 CHECK (attachments >= 0);
    -- Who prepared and who reviewed it; null: whoever posted it, and nobody.
    ALTER TABLE accounting_entry ADD COLUMN prepared_by INTEGER;
    ALTER TABLE accounting_entry ADD COLUMN reviewed_by INTEGER;

    DROP TRIGGER accounting_line_no_update;
    DROP TRIGGER accounting_line_no_delete;
    ALTER TABLE accounting_line ADD COLUMN posted_on TEXT NOT NULL DEFAULT '';
    -- What is written beside this line where it differs from the voucher's text.
    ALTER TABLE accounting_line ADD COLUMN memo TEXT;
    ALTER TABLE accounting_line ADD COLUMN department_id INTEGER REFERENCES accounting_dimension (id);
    ALTER TABLE accounting_line ADD COLUMN project_id INTEGER REFERENCES accounting_dimension (id);
    ALTER TABLE accounting_line ADD COLUMN person_id INTEGER REFERENCES accounting_dimension (id);
    UPDATE accounting_line SET posted_on = (SELECT posted_on FROM accounting_entry e WHERE e.id = entry_id);
    ${appendOnly('accounting_line')}
    DROP INDEX accounting_line_account;
    CREATE INDEX accounting_line_account ON accounting_line (account_id, posted_on, entry_id, line_number);
    CREATE INDEX accounting_line_department ON accounting_line (department_id, account_id) WHERE department_id IS NOT NULL;
    CREATE INDEX accounting_line_project ON accounting_line (project_id, account_id) WHERE project_id IS NOT NULL;
    CREATE INDEX accounting_line_person ON accounting_line (person_id, account_id) WHERE person_id IS NOT NULL;

    CREATE TABLE accounting_setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

    -- A voucher before it is posted: it has no number yet and may be changed. Its lines are JSON: nothing refers to them.
    CREATE TABLE accounting_draft (
      id INTEGER PRIMARY KEY,
      state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'reviewed')),
      word TEXT NOT NULL,
      posted_on TEXT NOT NULL,
      memo TEXT NOT NULL,
      attachments INTEGER NOT NULL,
      content TEXT NOT NULL,
      amount_minor INTEGER NOT NULL,
      -- First day on which its reversal is due, for an accrual.
      reverses_on TEXT,
      template_id INTEGER,
      prepared_by INTEGER NOT NULL,
      reviewed_by INTEGER,
      changed_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX accounting_draft_day ON accounting_draft (posted_on, id);

    CREATE TABLE accounting_template (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      word TEXT NOT NULL,
      memo TEXT NOT NULL,
      content TEXT NOT NULL,
      -- Posted every month on the last day, from next_on until ends_on; null: only when somebody takes it.
      next_on TEXT,
      ends_on TEXT,
      -- An accrual: taken back on the first day of the month after.
      reverses INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX accounting_template_due ON accounting_template (next_on) WHERE next_on IS NOT NULL;

    -- Entries that take themselves back when their day has come.
    CREATE TABLE accounting_reversal_due (
      entry_id INTEGER PRIMARY KEY REFERENCES accounting_entry (id),
      due_on TEXT NOT NULL
    ) STRICT;
    CREATE INDEX accounting_reversal_due_day ON accounting_reversal_due (due_on);

    DROP VIEW v_accounting_account;
    CREATE VIEW v_accounting_account AS
      SELECT id, code, name_zh, name_en, kind, normal_side, parent_id, is_postable, is_active, cash_kind, quantity_unit,
        statement_tag, requires
      FROM accounting_account;
    DROP VIEW v_accounting_entry;
    CREATE VIEW v_accounting_entry AS
      SELECT id, voucher_type, number, period_id, posted_on, source_kind, source_id, memo, reverses_entry_id,
        attachments, coalesce(prepared_by, posted_by) AS prepared_by, reviewed_by, posted_by
      FROM accounting_entry;
    DROP VIEW v_accounting_line;
    CREATE VIEW v_accounting_line AS
      SELECT entry_id, line_number, account_id, posted_on, debit_minor, credit_minor, partner_id, item_id,
        quantity_micro, cash_flow_item, memo, department_id, project_id, person_id
      FROM accounting_line;
    CREATE VIEW v_accounting_dimension AS
      SELECT id, dimension, code, name, is_active FROM accounting_dimension;
  `,
}
