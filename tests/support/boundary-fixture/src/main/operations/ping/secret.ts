export type Secret = 1
