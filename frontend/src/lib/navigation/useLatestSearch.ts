import { useLocation } from '@tanstack/react-router'

/**
 * What is asked in the address of this page, which may be a moment ahead of what the page shows;
 * undefined on the way to another page. What is ticked has to show at once, and be there when
 * something else is ticked before that moment.
 */
export function useLatestSearch(page: string): Record<string, unknown> | undefined {
  return useLocation({ select: ({ pathname, search }) => (pathname === page ? search : undefined) })
}
