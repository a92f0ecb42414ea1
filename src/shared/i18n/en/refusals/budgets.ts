export const budgets = {
  changedSince: '{{name}} has saved the budget of {{year}} in the meantime. Open it again and repeat your change.',
  notProfitOrLoss: '{{account}} is no revenue and no cost. Budgets are made for those accounts only.',
  accountTwice: '{{account}} stands in two rows. Put them together into one.',
  partPlannedTwice:
    '{{account}} is planned as a whole, and its part {{part}} once more. Plan either the whole or its parts.',
  fromAfterTo: 'The last day is before the first. Correct the days.',
  oneYearOnly: 'A budget is for one year. Choose months of {{year}} only.',
}
