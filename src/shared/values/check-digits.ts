/**
 * Two digits for a bin's code, printed on its label: read aloud or typed, they prove that somebody stands before the bin
 * without typing all of it. Each character weighs by its place, so that neighbours and swapped characters differ; 97 is
 * the largest prime below a hundred.
 */
export function checkDigitsOf(binCode: string): string {
  let sum = 0
  for (const [at, character] of [...binCode.toUpperCase()].entries()) {
    sum = (sum + (at + 2) * (character.codePointAt(0) ?? 0) * 13) % 97
  }
  return String(sum).padStart(2, '0')
}

/** Whether a scan, or what somebody typed, means this bin: its code or its check digits. */
export function meansBin(scanned: string, binCode: string): boolean {
  return scanned === binCode || scanned === checkDigitsOf(binCode)
}
