import { lazy, Suspense, type ComponentType } from 'react'
import { useHydrated } from '@/lib/navigation/useHydrated'
import './QrCode.css'

interface Props {
  /** What a telephone opens when it looks at it. */
  address: string
  /** What it is for who cannot see it; without one the address must stand beside it in words. */
  label?: string
}

/** What gets longer is too fine for the camera of an old telephone. */
export const LONGEST_ADDRESS = 1_200

// Only pages that show one fetch the code that draws it. Without it there is still the address.
const Drawing = lazy<ComponentType<Props>>(() =>
  import('./QrDrawing').catch(() => ({ default: () => null })),
)

/** An address as a square for a telephone's camera; drawn here, nothing is asked of anybody. */
export function QrCode(props: Props) {
  const hydrated = useHydrated()
  if (!hydrated || props.address.length > LONGEST_ADDRESS) return null
  return (
    <Suspense fallback={<span className="sk-qr" />}>
      <Drawing {...props} />
    </Suspense>
  )
}
