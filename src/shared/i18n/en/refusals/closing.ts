export const closing = {
  checksOpen:
    '{{month}} has open checks that keep it from closing: {{count}}, the first at {{document}}. Mend them on the closing page.',
  warningsOpen: '{{month}} has warnings: {{count}}. Look at them on the closing page and accept them, or mend them.',
  vouchersMissing: '{{month}} lacks vouchers of the month end: {{count}}. Post them on the closing page.',
  voucherUnknown: 'There is no such voucher of the month end. Reload the page and try again.',
  closedAlready: '{{month}} is closed already. Nothing was changed.',
  reopenFirst: '{{month}} is closed. Only the owner reopens it, on the closing page.',
  notClosed: '{{month}} is not closed. There is nothing to reopen.',
} as const
