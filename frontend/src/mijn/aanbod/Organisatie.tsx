import { useInfiniteQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '@/i18n'
import { Heading, Paragraph } from '@/components/ams'
import { LoadError } from '@/components/LoadError'
import { Notice } from '@/components/Notice'
import { ResultSkeleton } from '@/components/ResultSkeleton'
import type { EigenAanbod, OrganisatieBijLid } from '@/lib/api/types'
import { Link } from '../Link'
import { More } from '../More'
import { isWeak } from '../zekerheid/zekerheid'
import { eigenAanbodQuery, inOrder } from './eigenAanbod'
import { Listing } from './Listing'
import './aanbod.css'

/** An organisation with all its listings, and which of them somebody has to look at. */
export function Organisatie({ organisatie }: { organisatie: OrganisatieBijLid }) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(eigenAanbodQuery(organisatie.id))
  const { data, error, isFetching, refetch } = query
  return (
    <section className="sk-eigen" aria-labelledby={`organisatie-${organisatie.id}`}>
      <div className="sk-eigen__head">
        <Heading level={2} id={`organisatie-${organisatie.id}`}>
          {organisatie.naam}
        </Heading>
        {organisatie.gecontroleerd ? (
          <a href={`/organisaties/${organisatie.slug}`} className="ams-link sk-eigen__see">
            {t('mijn.aanbod.bekijkOrganisatie', { naam: organisatie.naam })}
          </a>
        ) : (
          <Notice>
            <p>{t('mijn.aanbod.nietGecontroleerd')}</p>
          </Notice>
        )}
      </div>
      <p className="sk-eigen__ways">
        <Link
          to="/mijn/aanbod/nieuw"
          search={{ organisatie: organisatie.id }}
          className="ams-button ams-button--secondary"
        >
          <Plus className="sk-icon" />
          {t('mijn.aanbod.nieuw')}
        </Link>
        <Link
          to="/mijn/invoer"
          search={{ organisatie: organisatie.id }}
          className="ams-link sk-eigen__see"
          aria-describedby={`organisatie-${organisatie.id}`}
        >
          {t('mijn.aanbod.stuurBestand')}
        </Link>
        <Link
          to="/mijn/organisaties/$id/agenda"
          params={{ id: organisatie.id }}
          className="ams-link sk-eigen__see"
          aria-describedby={`organisatie-${organisatie.id}`}
        >
          {t('mijn.aanbod.agenda')}
        </Link>
        <Link
          to="/mijn/organisaties/$id/cijfers"
          params={{ id: organisatie.id }}
          className="ams-link sk-eigen__see"
          aria-describedby={`organisatie-${organisatie.id}`}
        >
          {t('mijn.aanbod.alleCijfers')}
        </Link>
      </p>
      <Link
        to="/mijn/organisaties/$id"
        params={{ id: organisatie.id }}
        className="ams-link sk-eigen__see"
      >
        {t('mijn.aanbod.mensen')}
      </Link>
      {data && <Listings listings={data} />}
      {!data && error && (
        <LoadError error={error} busy={isFetching} onRetry={() => void refetch()} />
      )}
      {!data && !error && <ResultSkeleton count={2} />}
      <More query={query}>{t('mijn.aanbod.meer')}</More>
    </section>
  )
}

function Listings({ listings }: { listings: EigenAanbod[] }) {
  const { t } = useTranslation()
  const due = listings.filter(({ aanDeBeurt }) => aanDeBeurt).map(({ id }) => id)
  // What is confirmed stays where it is, so that nothing moves below somebody's finger.
  const [wasDue, setWasDue] = useState<ReadonlySet<string>>(new Set(due))
  if (due.some((id) => !wasDue.has(id))) setWasDue(new Set([...wasDue, ...due]))
  if (listings.length === 0) return <Paragraph>{t('mijn.aanbod.geen')}</Paragraph>
  const published = listings.filter(({ status }) => status === 'gepubliceerd')
  const unsure = published.filter(({ zekerheid }) => zekerheid.some(isWeak)).length
  return (
    <>
      {published.length > 0 && (
        <p className="sk-eigen__sum">
          {due.length === 0 && unsure > 0
            ? t('mijn.aanbod.nietZeker', { count: unsure })
            : t('mijn.aanbod.aanDeBeurt', { count: due.length, totaal: published.length })}
        </p>
      )}
      <ul className="sk-eigen__list">
        {inOrder(listings, wasDue).map((listing) => (
          <Listing key={listing.id} listing={listing} />
        ))}
      </ul>
    </>
  )
}
