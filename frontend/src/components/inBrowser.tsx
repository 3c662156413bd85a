import { lazy, Suspense, type ComponentType, type ReactNode } from 'react'
import { useHydrated } from '@/lib/navigation/useHydrated'

/**
 * A part that only works by script, with code of its own that no page waits for. The server draws
 * the fallback, as does a browser until the code is there; without the code the page does without.
 *
 * @param possible whether this browser can do it at all; otherwise the code is not even fetched.
 */
export function inBrowser<Props extends object = object>(
  load: () => Promise<ComponentType<Props>>,
  {
    fallback = null,
    possible = () => true,
  }: { fallback?: ReactNode; possible?: () => boolean } = {},
) {
  const Part = lazy<ComponentType<Props>>(() =>
    load().then(
      (part) => ({ default: part }),
      () => ({ default: () => null }),
    ),
  )
  return function InBrowser(props: Props) {
    if (!useHydrated()) return fallback
    if (!possible()) return null
    return (
      <Suspense fallback={fallback}>
        <Part {...props} />
      </Suspense>
    )
  }
}
