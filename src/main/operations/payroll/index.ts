/**
 * Wages until a personnel room keeps them person by person: a month's cost by department with social insurance, housing
 * fund and income tax, and the payments of it to the staff and to the authorities.
 *
 * Owns runs with their lines, and payments.
 * Invariants: a run = what it posted as cost; each of its three parts is paid once at most; a payment = what left the
 * account. Tables: payroll_*.
 */
export { closingChecks } from './closing-checks-queries'
export { handlers } from './handlers'
export { checks } from './verify-queries'
