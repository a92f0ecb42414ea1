export const suppliers = {
  termUnknown: 'This supplier price does not exist any more. Reload the list.',
  termTaken:
    '{{supplier}} has a price for {{item}} from {{date, date}} already. Change that one, or choose another day.',
} as const
