import type { Markering } from '@/lib/api/types'

/** Text with the words that the search found marked. */
export function Highlighted({ parts }: { parts: Markering }) {
  return parts.map(({ tekst, raak }, i) => (raak ? <mark key={i}>{tekst}</mark> : tekst))
}
