/**
 * Quality: what is looked at when goods arrive, and what was found.
 *
 * Owns plans (by item, category, supplier), inspections with results and photos.
 * Invariants: goods under inspection stand in quarantine and nobody takes them; a decision names every point, and moves
 * what it accepts to available and what it rejects to damaged.
 * Tables: quality_plan, quality_inspection, quality_result (append-only), quality_photo (append-only).
 */
export { checks } from './checks-queries'
export { whenGoodsAreRejected } from './decide'
export { handlers } from './handlers'
export { cancelInspections, guardInspected, isInspected, openInspection } from './inspect-arrivals'
