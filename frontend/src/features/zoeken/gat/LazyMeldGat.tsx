import { inBrowser } from '@/components/inBrowser'

// Few searches end here, so the others need not fetch its code. Without it the page is whole.
export const MeldGat = inBrowser(() => import('./MeldGat').then(({ MeldGat }) => MeldGat))
