import { useEffect } from 'react'
import { forget, remember } from '@/lib/recent/recent'
import type { useZoeken } from '@/lib/api/zoeken'

/** Long enough to know that it is the question, and not half of one still being typed. */
const SETTLED = 1500

/**
 * Remembers a question once its answer is there, for who turned that on. Never one that may come
 * from somebody in danger: another person at the same computer must not find it.
 */
export function useRememberQuestion(q: string | undefined, results: ReturnType<typeof useZoeken>) {
  const { data, isPlaceholderData } = results
  const inNeed = isPlaceholderData || !data ? undefined : data.noodhulp.length > 0
  useEffect(() => {
    if (!q || inNeed === undefined) return
    if (inNeed) {
      forget(q)
      return
    }
    const timer = setTimeout(() => {
      remember(q)
    }, SETTLED)
    return () => {
      clearTimeout(timer)
    }
  }, [q, inNeed])
}
