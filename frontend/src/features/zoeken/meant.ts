import type { Markering } from '@/lib/api/types'

/**
 * The corrected question as its writer would have put it: the server gives it in plain small
 * letters, so words that were right keep their capitals and accents, and mended ones are marked.
 */
export function meantWords(typed: string, corrected: string): Markering {
  const own = typed.match(/[\p{L}\p{N}\p{M}'’-]+/gu) ?? []
  const words = corrected.split(' ')
  const inStep = own.length === words.length
  return words.flatMap((word, i) => {
    const written = own[i]
    const kept = inStep && written !== undefined && plain(written) === word
    const part = kept ? { tekst: written, raak: false } : { tekst: word, raak: inStep }
    return i === 0 ? [part] : [{ tekst: ' ', raak: false }, part]
  })
}

function plain(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
