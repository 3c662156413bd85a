import type { AanbodKern } from '@/lib/api/types'

/** A mark on a result; the kind decides its look, the key or code its words. */
export type Tag =
  | { kind: 'ambitie'; code: string }
  | { kind: 'vrijwilligers' }
  | { kind: 'open'; code: string }
  | { kind: 'soort'; code: string }

const MOST = 3

/**
 * At most three tags, and only those in which this result differs from the others on the page:
 * a word that stands on every card tells nothing.
 */
export function tagsFor(aanbod: AanbodKern, shown: readonly AanbodKern[]): Tag[] {
  return tagsOf(aanbod)
    .filter((tag) => shown.length < 2 || !shown.every((other) => hasTag(other, tag)))
    .slice(0, MOST)
}

function tagsOf({ ambities, vrijwilligersGezocht, openVoor, soort }: AanbodKern): Tag[] {
  const tags: Tag[] = []
  const main = ambities[0]
  if (main) tags.push({ kind: 'ambitie', code: main })
  if (openVoor === 'leden' || openVoor === 'clienten') tags.push({ kind: 'open', code: openVoor })
  if (vrijwilligersGezocht) tags.push({ kind: 'vrijwilligers' })
  if (soort && tags.length < 2) tags.push({ kind: 'soort', code: soort })
  return tags
}

function hasTag(aanbod: AanbodKern, tag: Tag): boolean {
  const same = (other: Tag) =>
    other.kind === tag.kind && ('code' in other ? 'code' in tag && other.code === tag.code : true)
  return tagsOf(aanbod).some(same)
}
