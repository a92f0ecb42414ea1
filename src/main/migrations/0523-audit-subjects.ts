import type { Migration } from '../kernel/db'

export const auditSubjects: Migration = {
  version: 523,
  name: 'audit-subjects',
  sql: `
    -- Which documents and people an entry is about, so that a document's page can ask for its own trail. Not part of the
    -- chain: it says nothing that the entry does not say itself.
    CREATE TABLE audit_subject (
      kind TEXT NOT NULL,
      subject_id INTEGER NOT NULL,
      entry_id INTEGER NOT NULL REFERENCES audit_entry (id),
      PRIMARY KEY (kind, subject_id, entry_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX audit_entry_user ON audit_entry (user_id, id);
    CREATE INDEX audit_entry_at ON audit_entry (recorded_at);
  `,
}
