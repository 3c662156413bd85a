import { useAnnounced } from '@/lib/navigation/announce'

/** There from the start and on every page: a region that comes with its text is not read aloud. */
export function Announcer() {
  return (
    <p role="status" className="ams-visually-hidden">
      {useAnnounced()}
    </p>
  )
}
