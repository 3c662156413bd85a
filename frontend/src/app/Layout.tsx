import { Outlet } from '@tanstack/react-router'
import { useTranslation } from '@/i18n'
import { SkipLink } from '@/components/ams'
import { WijkOutlines } from '@/components/WijkOutlines'
import { Announcer } from './Announcer'
import { Footer } from './Footer'
import { Header } from './Header'
import { OfflineNotice } from './LazyOfflineNotice'
import './Layout.css'

export function Layout() {
  const { t } = useTranslation()
  return (
    <>
      <SkipLink href="#inhoud" className="sk-skip">
        {t('site.naarInhoud')}
      </SkipLink>
      <Header />
      <main id="inhoud" tabIndex={-1}>
        <OfflineNotice />
        <Outlet />
      </main>
      <Footer />
      <Announcer />
      <WijkOutlines />
    </>
  )
}
