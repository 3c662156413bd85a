import { useQuery } from '@tanstack/react-query'
import { useTranslation } from '@/i18n'
import { Paragraph } from '@/components/ams'
import { LoadError } from '@/components/LoadError'
import { PageHeading } from '@/components/PageHeading'
import { ResultSkeleton } from '@/components/ResultSkeleton'
import { Wachtend } from '../aansluiten/Wachtend'
import { useSessie } from '../sessie/sessie'
import { lidmaatschappenQuery } from './eigenAanbod'
import { Organisatie } from './Organisatie'
import '../page.css'

/** Where somebody comes in after logging in: the organisations they work for, with what is theirs. */
export function HomePage() {
  const { t } = useTranslation()
  const { data: sessie } = useSessie()
  const { data, error, isFetching, refetch } = useQuery(lidmaatschappenQuery)
  const organisaties = data?.resultaten.map(({ organisatie }) => organisatie)
  return (
    <div className="sk-container sk-mijn">
      <PageHeading title={t('mijn.titel')}>{t('mijn.dag', { naam: sessie?.naam })}</PageHeading>
      {organisaties?.length === 0 && sessie?.rol === 'lid' && (
        <Paragraph>{t('mijn.geenOrganisatie')}</Paragraph>
      )}
      {organisaties?.map((organisatie) => (
        <Organisatie key={organisatie.id} organisatie={organisatie} />
      ))}
      {data && sessie?.rol === 'lid' && <Wachtend />}
      {!data && error && (
        <LoadError error={error} busy={isFetching} onRetry={() => void refetch()} />
      )}
      {!data && !error && <ResultSkeleton count={2} />}
    </div>
  )
}
