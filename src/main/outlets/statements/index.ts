/**
 * The statements in the rows of the country's forms (resources/statements): balance sheet, income statement, cash flow.
 * Every figure knows what it is made of. Reads published views (`v_<room>_*`) only, owns no table and writes nothing.
 * Invariants: assets = liabilities and equity; closing cash of the cash flow = the money accounts;
 * profit of the year = what was carried over (3103).
 */
export { checks } from './checks'
export { handlers } from './handlers'
