export interface StoredObject {
  readonly name: string
  readonly bytes: number
  /** By the clock of the target, in milliseconds; compare only with other objects of the same target. */
  readonly modifiedAt: number
}

/**
 * A place that keeps objects by name (`packs/ab/...`). Everything above it assumes no more than this: what is put may
 * be lost, cut or changed, and that is found out by reading it.
 */
export interface Target {
  /** for people: the address without secrets */
  readonly address: string
  /** All objects whose names begin with `folder/`. */
  list(folder: string): Promise<StoredObject[]>
  /** Undefined where there is no such object. */
  get(name: string): Promise<Buffer | undefined>
  /** Replaces an object of that name. Where the target can, an object shows up whole or not at all. */
  put(name: string, bytes: Buffer): Promise<void>
  /** An object that is not there is no error. */
  remove(name: string): Promise<void>
  close(): Promise<void>
}
