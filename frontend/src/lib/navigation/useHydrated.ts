import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/**
 * False on the server and while the browser takes its page over, when both must draw the same;
 * then true. For what only the browser knows, and for what only works in it.
 */
export const useHydrated = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
