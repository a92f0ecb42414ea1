export const batch = {
  fileUnreadable: '{{file}} cannot be read ({{reason}}). Check the path: it is a file with one instance in JSON.',
  notAnInstance:
    '{{file}} holds no JSON. Write one object: {id, capacity, aisles, aisle_gap, aisle_length, orders: [[[aisle, y, units], ...], ...]}.',
  cannotBeWalked: 'The instance in {{file}} cannot be walked: {{reason}}. Mend this field and start again.',
  orderTooBig:
    'Order {{order}} takes {{units}} and a batch holds {{capacity}}. An order is never split: raise the capacity, or write it as two orders.',
} as const
