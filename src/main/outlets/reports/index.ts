/**
 * Figures for people: sales, stock, the owner's page; proofs that cross rooms; the reports of the command line.
 * Reads published views (`v_<room>_*`) only, owns no table and writes nothing.
 */
export { checks } from './checks'
export { handlers } from './handlers'
export { buildReport, type Call, type Report, type ReportName, type ReportOptions } from './report-command'
export { textReport } from './text-report'
export { runChecks, type Verification, type VerifiedCheck } from './verify'
