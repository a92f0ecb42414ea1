export interface SearchTables {
  search_entry: {
    rowid: number
    tokens: string
    kind: string
    subject_id: number
    title: string
    subtitle: string
  }
  search_subject: {
    kind: string
    subject_id: number
    entry_id: number
  }
}

export interface SearchViews {
  v_document_link: { kind: string; id: number }
}
