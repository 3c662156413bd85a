import { lazy, Suspense, type ComponentProps } from 'react'
import type { NoResults as Whole } from './NoResults'

// The server draws it at once; of all browsers only those that find nothing need its code.
const Part = import.meta.env.SSR
  ? (await import('./NoResults')).NoResults
  : lazy(() => import('./NoResults').then(({ NoResults }) => ({ default: NoResults })))

export function NoResults(props: ComponentProps<typeof Whole>) {
  return (
    <Suspense>
      <Part {...props} />
    </Suspense>
  )
}
