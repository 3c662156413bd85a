import { Outlet } from '@tanstack/react-router'
import { useTranslation } from '@/i18n'
import { SkipLink } from '@/components/ams'
import { useAnnounced } from '@/lib/navigation/announce'
import { Header } from './Header'
import { SessieEinde } from './sessie/SessieEinde'

export function Layout() {
  const { t } = useTranslation()
  const announced = useAnnounced()
  return (
    <>
      <SkipLink href="#inhoud" className="sk-skip">
        {t('site.naarInhoud')}
      </SkipLink>
      <Header />
      <SessieEinde />
      <main id="inhoud" tabIndex={-1}>
        <Outlet />
      </main>
      <p role="status" className="ams-visually-hidden">
        {announced}
      </p>
    </>
  )
}
