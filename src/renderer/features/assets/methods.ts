export const METHODS = ['straight-line', 'double-declining', 'sum-of-digits', 'units'] as const
export type Method = (typeof METHODS)[number]
