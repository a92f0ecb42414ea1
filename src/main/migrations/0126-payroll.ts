import { appendOnly } from './append-only'
import { withDocumentLinks } from './document-links'
import type { Migration } from '../kernel/db'

/** What a month's wages cost and who was paid what of them, by department. */
export const payroll: Migration = {
  version: 126,
  name: 'payroll',
  sql: (schema) => `
    CREATE TABLE payroll_run (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL DEFAULT 'posted' CHECK (state IN ('posted', 'reversed')),
      -- first day of the month that the wages are for
      month TEXT NOT NULL,
      posted_on TEXT NOT NULL,
      note TEXT NOT NULL,
      created_by INTEGER NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX payroll_run_month ON payroll_run (month);

    CREATE TABLE payroll_line (
      run_id INTEGER NOT NULL REFERENCES payroll_run (id),
      line_number INTEGER NOT NULL,
      department_id INTEGER REFERENCES accounting_dimension (id),
      expense_account_id INTEGER NOT NULL REFERENCES accounting_account (id),
      headcount INTEGER NOT NULL CHECK (headcount >= 0),
      gross_minor INTEGER NOT NULL CHECK (gross_minor >= 0),
      -- the employer's share, on top of the gross wage
      employer_social_minor INTEGER NOT NULL CHECK (employer_social_minor >= 0),
      employer_fund_minor INTEGER NOT NULL CHECK (employer_fund_minor >= 0),
      -- withheld from the gross wage
      social_minor INTEGER NOT NULL CHECK (social_minor >= 0),
      fund_minor INTEGER NOT NULL CHECK (fund_minor >= 0),
      income_tax_minor INTEGER NOT NULL CHECK (income_tax_minor >= 0),
      CHECK (social_minor + fund_minor + income_tax_minor <= gross_minor),
      PRIMARY KEY (run_id, line_number)
    ) STRICT, WITHOUT ROWID;
    ${appendOnly('payroll_line')}

    -- wages: to the staff, the rest withheld. insurance: both shares to the authorities. tax: what was withheld.
    CREATE TABLE payroll_payment (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL DEFAULT 'posted' CHECK (state IN ('posted', 'reversed')),
      run_id INTEGER NOT NULL REFERENCES payroll_run (id),
      kind TEXT NOT NULL CHECK (kind IN ('wages', 'insurance', 'tax')),
      paid_on TEXT NOT NULL,
      account_id INTEGER NOT NULL REFERENCES treasury_account (id),
      amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
      created_by INTEGER NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX payroll_payment_once ON payroll_payment (run_id, kind) WHERE state = 'posted';
    CREATE INDEX payroll_payment_account ON payroll_payment (account_id);

    ${withDocumentLinks(schema, [
      `SELECT 'payroll.run', id, number, state FROM payroll_run`,
      `SELECT 'payroll.payment', id, number, state FROM payroll_payment`,
    ])}
  `,
}
