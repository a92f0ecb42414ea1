/** What people want to know of an invoice first: paid, open or overdue; or that it was reversed. */
export function invoiceState(
  invoice: { readonly state: string; readonly openMinor: number | null; readonly dueOn: string },
  today: string,
): string {
  if (invoice.state !== 'posted' || invoice.openMinor === null) return invoice.state
  if (invoice.openMinor === 0) return 'paid'
  return invoice.openMinor > 0 && invoice.dueOn < today ? 'overdue' : 'open'
}
