import { useQuery } from '@tanstack/react-query'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/mijnDemo.json'
import { Paragraph } from '@/components/ams'
import { LoadError } from '@/components/LoadError'
import { PageHeading } from '@/components/PageHeading'
import { ResultSkeleton } from '@/components/ResultSkeleton'
import { api, dataOf } from '@/lib/api/client'
import { isNotFound } from '@/lib/api/errors'
import { Bericht } from './Bericht'
import '../page.css'
import './demo.css'

alsoSay(texts)

/** In a demo without mail server: what would have been sent, to read and to follow. */
export function DemoBerichtenPage() {
  const { t } = useTranslation()
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['demoberichten'],
    queryFn: ({ signal }) => dataOf(api.GET('/demoberichten', { signal })),
    // A mail may have come since.
    staleTime: 0,
  })
  if (isNotFound(error)) return <NotHere />
  return (
    <div className="sk-container sk-mijn">
      <PageHeading title={t('demoBerichten.titel')}>{t('demoBerichten.titel')}</PageHeading>
      <Paragraph>{t('demoBerichten.uitleg')}</Paragraph>
      {data?.resultaten.length === 0 && <Paragraph>{t('demoBerichten.leeg')}</Paragraph>}
      {data && (
        <ul className="sk-berichten">
          {data.resultaten.map((bericht) => (
            <li key={`${bericht.aangemaaktOp} ${bericht.aan}`}>
              <Bericht bericht={bericht} />
            </li>
          ))}
        </ul>
      )}
      {!data && error && (
        <LoadError error={error} busy={isFetching} onRetry={() => void refetch()} />
      )}
      {!data && !error && <ResultSkeleton count={2} />}
    </div>
  )
}

function NotHere() {
  const { t } = useTranslation()
  return (
    <div className="sk-container sk-mijn">
      <PageHeading title={t('demoBerichten.nietHier')}>{t('demoBerichten.nietHier')}</PageHeading>
      <Paragraph>{t('demoBerichten.nietHierUitleg')}</Paragraph>
    </div>
  )
}
