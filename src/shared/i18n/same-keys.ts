/**
 * The shape a translation must have: every key of the original and no other, text at every leaf.
 * `_one` is left out: Chinese has one plural form and i18next asks it for `_other` only.
 */
export type SameKeys<Original> = {
  readonly [Key in keyof Original as Key extends `${string}_one` ? never : Key]: Original[Key] extends string
    ? string
    : SameKeys<Original[Key]>
}
