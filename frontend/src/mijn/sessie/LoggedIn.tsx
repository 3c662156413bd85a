import { Outlet } from '@tanstack/react-router'
import { useTranslation } from '@/i18n'
import { LoadError } from '@/components/LoadError'
import { PageHeading } from '@/components/PageHeading'
import { LoginPage } from '../inloggen/LoginPage'
import { useSessie } from './sessie'
import '../page.css'

/** The page itself for who is logged in; for others the way to log in, at the same address. */
export function LoggedIn() {
  const { t } = useTranslation()
  const { data: sessie, error, isPending, isFetching, refetch } = useSessie()
  if (sessie) return <Outlet />
  if (sessie === null) return <LoginPage />
  return (
    <div className="sk-container sk-mijn" aria-busy={isPending}>
      {error && (
        <>
          <PageHeading title={t('mijn.titel')}>{t('mijn.titel')}</PageHeading>
          <LoadError error={error} busy={isFetching} onRetry={() => void refetch()} />
        </>
      )}
    </div>
  )
}
