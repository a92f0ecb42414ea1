/**
 * Labels and documents on their way to paper: how they look, at which printer they come out, and what became of them.
 *
 * Invariants: a job that was sent is never sent again by itself; every job ends confirmed, unknown, expired or cancelled;
 * a reprint names the job it repeats and the reason; a use has one label of the company's own at most.
 * Tables: labels_rule, labels_job, labels_template.
 */
export { checks } from './checks-queries'
export { handlers } from './handlers'
