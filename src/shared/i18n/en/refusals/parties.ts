export const parties = {
  partnerUnknown: 'There is no such partner. Choose one from the list.',
  partnerArchived: '{{partner}} is archived. Choose another partner, or bring this one back first.',
  notACustomer: '{{partner}} is no customer. Mark the partner as a customer first, or choose another one.',
  notASupplier: '{{partner}} is no supplier. Mark the partner as a supplier first, or choose another one.',
  neitherSide: 'Say whether the partner is a customer, a supplier, or both.',
  codeTaken: 'The code {{code}} already belongs to {{name}}. Choose another code.',
  mergedIntoItself: 'A partner cannot stand for itself. Choose the one that stays.',
} as const
