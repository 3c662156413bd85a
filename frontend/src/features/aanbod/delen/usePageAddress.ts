import { useLocation } from '@tanstack/react-router'
import { useHydrated } from '@/lib/navigation/useHydrated'

/** The whole address of this page in this language, once the browser is there to tell. */
export function usePageAddress(): string | null {
  const path = useLocation({ select: ({ publicHref }) => publicHref.split(/[?#]/)[0] ?? '' })
  return useHydrated() ? `${window.location.origin}${path}` : null
}
