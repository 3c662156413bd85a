import { inBrowser } from '@/components/inBrowser'

// For the few who lose their connection.
export const OfflineNotice = inBrowser(() =>
  import('./OfflineNotice').then(({ OfflineNotice }) => OfflineNotice),
)
