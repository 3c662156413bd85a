import { inBrowser } from '@/components/inBrowser'

// Few visitors say where they are, and without its code there are still the wijken.
export const PlekField = inBrowser(() =>
  import('@/components/PlekField').then(({ PlekField }) => PlekField),
)
