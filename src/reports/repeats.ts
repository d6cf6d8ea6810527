import { isUuid } from '../bars/ids.ts'
import { type ReportedFinding, reported } from '../validation/judgement.ts'
import { repeated } from '../validation/rules/beyond.ts'
import type { MessageToKeep } from './entry.ts'

/** What tells whether a message came before: hashes, so that no id is kept. */
export interface MessageHashes {
  /** Of its X-Request-Id. */
  readonly request: number | null
  /** Of its Bundle.id. */
  readonly bundle: number | null
}

const SEED = 0xdeadbeef
const [FIRST, SECOND, THIRD, FOURTH] = [2654435761, 1597334677, 2246822507, 3266489909] as const

/** 53 bits of an id; null for what is no UUID: a number of few digits could be found from its hash. */
export function hashOf(id: string | null | undefined): number | null {
  const uuid = id?.trim().toLowerCase() ?? ''
  if (!isUuid(uuid)) return null
  let [high, low] = [SEED, SEED ^ FIRST]
  for (let place = 0; place < uuid.length; place += 1) {
    high = Math.imul(high ^ uuid.charCodeAt(place), FIRST)
    low = Math.imul(low ^ uuid.charCodeAt(place), SECOND)
  }
  high = Math.imul(high ^ (high >>> 16), THIRD) ^ Math.imul(low ^ (low >>> 13), FOURTH)
  low = Math.imul(low ^ (low >>> 16), THIRD) ^ Math.imul(high ^ (high >>> 13), FOURTH)
  return 2 ** 32 * (low & 0x1fffff) + (high >>> 0)
}

/** The messages of a day that were accepted: as many of the newest as reports are kept. */
export class Accepted {
  readonly #requests: Newest
  readonly #bundles: Newest

  constructor(most: number) {
    this.#requests = new Newest(most)
    this.#bundles = new Newest(most)
  }

  /** Whether a message with that hash of an X-Request-Id came. */
  has(request: number | null): boolean {
    return this.#requests.has(request)
  }

  add({ request, bundle }: MessageHashes): void {
    this.#requests.add(request)
    this.#bundles.add(bundle)
  }

  /** What of a message came before; the message is remembered if it was accepted (ruling 22). */
  take({ request, bundle, isNew, isAccepted }: MessageToKeep): readonly ReportedFinding[] {
    const found = repeated({
      request: this.#requests.has(request),
      bundle: isNew && this.#bundles.has(bundle),
    })
    if (isAccepted) this.add({ request, bundle })
    return found.map((finding) => reported(finding))
  }
}

class Newest {
  readonly #hashes = new Set<number>()
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  has(hash: number | null): boolean {
    return hash !== null && this.#hashes.has(hash)
  }

  add(hash: number | null): void {
    if (hash === null) return
    this.#hashes.add(hash)
    const [oldest = hash] = this.#hashes
    if (this.#hashes.size > this.#most) this.#hashes.delete(oldest)
  }
}
