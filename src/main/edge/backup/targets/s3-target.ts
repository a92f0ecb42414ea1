import type { S3Client } from '@aws-sdk/client-s3'
import { createHash } from 'node:crypto'
import { Refusal } from '../../../../shared/errors'
import type { StoredObject, Target } from './target'

export interface S3Options {
  readonly bucket: string
  readonly prefix: string
  /** undefined: Amazon's own */
  readonly endpoint: string | undefined
  readonly region: string
  /** `bucket.host` instead of `host/bucket`: what Aliyun and Tencent ask for */
  readonly isVirtualHosted: boolean
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** Nobody, not even we, can remove an object before so many days; the bucket must have object lock. */
  readonly lockDays: number
}

/** S3 and what speaks like it: Aliyun OSS, Tencent COS, Backblaze B2, MinIO. */
export class S3Target implements Target {
  readonly address: string
  #client: S3Client | undefined

  constructor(private readonly options: S3Options) {
    this.address = `s3://${options.bucket}/${options.prefix}`
  }

  async list(folder: string): Promise<StoredObject[]> {
    const { ListObjectsV2Command } = await this.library()
    const objects: StoredObject[] = []
    let next: string | undefined
    do {
      const page = await this.send(async (client) =>
        client.send(
          new ListObjectsV2Command({
            Bucket: this.options.bucket,
            Prefix: this.keyOf(`${folder}/`),
            ...(next === undefined ? {} : { ContinuationToken: next }),
          }),
        ),
      )
      for (const { Key = '', Size = 0, LastModified } of page?.Contents ?? []) {
        const name = Key.slice(this.keyOf('').length)
        objects.push({ name, bytes: Size, modifiedAt: LastModified?.getTime() ?? 0 })
      }
      next = page?.IsTruncated === true ? page.NextContinuationToken : undefined
    } while (next !== undefined)
    return objects
  }

  async get(name: string): Promise<Buffer | undefined> {
    const { GetObjectCommand } = await this.library()
    return this.send(async (client) => {
      const answer = await client.send(new GetObjectCommand({ Bucket: this.options.bucket, Key: this.keyOf(name) }))
      return Buffer.from((await answer.Body?.transformToByteArray()) ?? [])
    })
  }

  async put(name: string, bytes: Buffer): Promise<void> {
    const { PutObjectCommand } = await this.library()
    const { lockDays } = this.options
    const isKept = lockDays > 0 && !name.startsWith('claims/')
    const until = new Date(Date.now() + lockDays * 86_400_000)
    await this.send(async (client) =>
      client.send(
        new PutObjectCommand({
          Bucket: this.options.bucket,
          Key: this.keyOf(name),
          Body: bytes,
          // S3 takes no lock without a checksum of what is locked; this is the one that all of them know.
          ...(isKept
            ? {
                ObjectLockMode: 'COMPLIANCE',
                ObjectLockRetainUntilDate: until,
                ContentMD5: createHash('md5').update(bytes).digest('base64'),
              }
            : {}),
        }),
      ),
    )
  }

  async remove(name: string): Promise<void> {
    const { DeleteObjectCommand } = await this.library()
    await this.send(async (client) =>
      client.send(new DeleteObjectCommand({ Bucket: this.options.bucket, Key: this.keyOf(name) })),
    )
  }

  async close(): Promise<void> {
    this.#client?.destroy()
  }

  private keyOf(name: string): string {
    const { prefix } = this.options
    return prefix === '' ? name : `${prefix}/${name}`
  }

  /** Loaded when it is needed: a large library that a program without this target never reads. */
  private library() {
    return import('@aws-sdk/client-s3')
  }

  private async send<T>(work: (client: S3Client) => Promise<T>): Promise<T | undefined> {
    const { S3Client: Client } = await this.library()
    const { endpoint, region, isVirtualHosted, accessKeyId, secretAccessKey } = this.options
    this.#client ??= new Client({
      region,
      ...(endpoint === undefined ? {} : { endpoint }),
      forcePathStyle: endpoint !== undefined && !isVirtualHosted,
      credentials: { accessKeyId, secretAccessKey },
      // Others than Amazon often refuse the newer checksums; what is stored is read back anyway.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      maxAttempts: 3,
    })
    try {
      return await work(this.#client)
    } catch (error) {
      const { name, $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } }
      const status = $metadata?.httpStatusCode
      if (name === 'NoSuchKey' || name === 'NotFound' || (status === 404 && name !== 'NoSuchBucket')) return undefined
      throw failure(name ?? String(error), status, this.address)
    }
  }
}

function failure(name: string, status: number | undefined, address: string): Refusal {
  if (status === 401 || status === 403) return new Refusal('backup.targetNotAllowed', { address })
  if (status === 507 || name === 'QuotaExceeded' || name === 'XMinioStorageFull')
    return new Refusal('backup.targetFull', { address })
  return new Refusal('backup.targetUnreachable', { address, reason: name })
}
