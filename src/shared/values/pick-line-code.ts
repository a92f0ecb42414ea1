/** The barcode of a line on a pick list: scanned at the station, it says that this pick was made on paper. */
export function pickLineCode(taskId: number): string {
  return `PL-${taskId}`
}

/** The pick that a scan of a paper list means; undefined for any other scan. */
export function pickOfLineCode(scanned: string): number | undefined {
  const digits = /^PL-(\d{1,12})$/.exec(scanned)?.[1]
  return digits === undefined ? undefined : Number(digits)
}
