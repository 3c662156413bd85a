import { inBrowser } from '@/components/inBrowser'

// Only who sorts by distance needs it. Without its code there are still the wijken.
export const Vanaf = inBrowser(() => import('./Vanaf').then(({ Vanaf }) => Vanaf))
