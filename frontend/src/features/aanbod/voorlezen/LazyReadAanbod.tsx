import { inBrowser } from '@/components/inBrowser'

export const ReadAanbod = inBrowser(
  () => import('./ReadAanbod').then(({ ReadAanbod }) => ReadAanbod),
  {
    possible: () => 'speechSynthesis' in window,
  },
)
