import { inBrowser } from '@/components/inBrowser'

export const ReadSituatie = inBrowser(
  () => import('./ReadSituatie').then(({ ReadSituatie }) => ReadSituatie),
  { possible: () => 'speechSynthesis' in window },
)
