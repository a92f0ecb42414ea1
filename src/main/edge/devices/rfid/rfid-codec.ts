/** What a reader of UHF tags says, whichever of its protocols it speaks. */
export type RfidSaid =
  | { readonly kind: 'tag'; readonly epc: Uint8Array }
  /** a frame without a tag: the reader is there, and sees none */
  | { readonly kind: 'alive' }
  /** must be answered with these bytes */
  | { readonly kind: 'answer'; readonly bytes: Uint8Array }

export interface RfidCodec {
  feed(chunk: Uint8Array): RfidSaid[]
  /** Sent one after the other when the line is open. */
  readonly begin: readonly Uint8Array[]
}

/** Bytes of an EPC by its protocol control word: its first five bits count words of two. */
export const epcBytes = (control: number): number => (control >> 11) * 2
