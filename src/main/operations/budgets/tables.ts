export interface BudgetTables {
  budgets_sheet: { year: number; department_id: number; revision: number; changed_by: number; changed_at: string }
  budgets_amount: { year: number; department_id: number; account_id: number; month: number; amount_minor: number }
}
