import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/mijnInvoer.json'
import { Paragraph } from '@/components/ams'
import { LoadError } from '@/components/LoadError'
import { PageHeading } from '@/components/PageHeading'
import { ResultSkeleton } from '@/components/ResultSkeleton'
import { SelectBox } from '@/components/SelectBox'
import { lidmaatschappenQuery } from '../aanbod/eigenAanbod'
import { useSessie } from '../sessie/sessie'
import { Earlier } from './Earlier'
import { FileField } from './FileField'
import { alleOrganisatiesQuery } from './invoer'
import '../page.css'
import './invoer.css'

alsoSay(texts)

/** Sending a file with many listings, and what was sent before. */
export function InvoerPage() {
  const { t } = useTranslation()
  const { organisatie: asked }: { organisatie?: string } = useSearch({ strict: false })
  const { data, error, isFetching, refetch } = useOrganisaties()
  const [chosen, setChosen] = useState(asked)
  const only = data?.length === 1 ? data[0]?.id : undefined
  const organisatieId = data?.find(({ id }) => id === chosen)?.id ?? only
  return (
    <div className="sk-container sk-mijn">
      <PageHeading title={t('mijn.invoer.titel')}>{t('mijn.invoer.titel')}</PageHeading>
      <Paragraph>{t('mijn.invoer.uitleg')}</Paragraph>
      {data?.length === 0 && <Paragraph>{t('mijn.geenOrganisatie')}</Paragraph>}
      {data && data.length > 1 && (
        <div className="sk-field sk-invoer__who">
          <label htmlFor="invoer-organisatie">{t('mijn.invoer.organisatie')}</label>
          <SelectBox
            id="invoer-organisatie"
            value={organisatieId ?? ''}
            onChange={({ target }) => {
              setChosen(target.value)
            }}
          >
            <option value="">{t('mijn.invoer.kiesOrganisatie')}</option>
            {data.map(({ id, naam }) => (
              <option key={id} value={id}>
                {naam}
              </option>
            ))}
          </SelectBox>
        </div>
      )}
      {data?.length === 1 && <p>{t('mijn.invoer.voor', { organisatie: data[0]?.naam })}</p>}
      {data && data.length > 0 && <FileField organisatieId={organisatieId} />}
      {organisatieId && <Earlier key={organisatieId} organisatieId={organisatieId} />}
      {!data && error && (
        <LoadError error={error} busy={isFetching} onRetry={() => void refetch()} />
      )}
      {!data && !error && <ResultSkeleton count={1} />}
    </div>
  )
}

/** Those somebody may bring in for: their own, and for the redactie all of them. */
function useOrganisaties() {
  const { data: sessie } = useSessie()
  const isEditor = sessie?.rol === 'redactie' || sessie?.rol === 'beheer'
  const all = useQuery({ ...alleOrganisatiesQuery, enabled: isEditor })
  const own = useQuery({ ...lidmaatschappenQuery, enabled: !isEditor })
  if (isEditor) return all
  const data = own.data?.resultaten.map(({ organisatie: { id, naam } }) => ({ id, naam }))
  return { data, error: own.error, isFetching: own.isFetching, refetch: own.refetch }
}
