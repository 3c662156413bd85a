import { getRouteApi, Link } from '@tanstack/react-router'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/organisatie.json'
import { Dutch } from '@/components/Dutch'
import { BackLink } from '@/components/BackLink'
import { ContactWays } from '@/components/ContactWays'
import { Heading } from '@/components/ams'
import { LoadError } from '@/components/LoadError'
import { NotFound } from '@/components/NotFound'
import { PageHeading } from '@/components/PageHeading'
import { ResultSkeleton } from '@/components/ResultSkeleton'
import { isNotFound } from '@/lib/api/errors'
import type { Organisatie } from '@/lib/api/types'
import { webHref } from '@/lib/wording/contact'
import { useLabels } from '@/lib/wording/labels'
import { Listings } from './Listings'
import { useOrganisatie } from './organisatieQuery'
import './OrganisatiePage.css'

alsoSay(texts)

const route = getRouteApi('/organisaties/$slug')

export function OrganisatiePage() {
  const { t } = useTranslation()
  const { slug } = route.useParams()
  const { data, error, isFetching, refetch } = useOrganisatie(slug)
  if (isNotFound(error)) {
    return (
      <NotFound title={t('organisatie.nietGevonden')} text={t('organisatie.nietGevondenUitleg')}>
        <Link to="/" className="ams-link">
          {t('nietGevonden.naarBegin')}
        </Link>
      </NotFound>
    )
  }
  return (
    <div className="sk-container">
      {data && <Detail organisatie={data} />}
      {!data && error && (
        <LoadError error={error} onRetry={() => void refetch()} busy={isFetching} />
      )}
      {!data && !error && <ResultSkeleton count={3} />}
    </div>
  )
}

function Detail({ organisatie }: { organisatie: Organisatie }) {
  const { t } = useTranslation()
  const labelOf = useLabels()
  const { naam, slug, categorie, omschrijving } = organisatie
  return (
    <>
      <BackLink />
      <div className="sk-organisatie">
        <header className="sk-organisatie__head">
          <p className="sk-muted">{labelOf('categorieen', categorie)}</p>
          <PageHeading title={naam}>
            <Dutch>{naam}</Dutch>
          </PageHeading>
          {omschrijving && (
            <p className="sk-organisatie__about">
              <Dutch>{omschrijving}</Dutch>
            </p>
          )}
        </header>
        <Contact organisatie={organisatie} />
      </div>
      <section aria-labelledby="aanbod">
        <Heading level={2} id="aanbod" className="sk-organisatie__offers">
          {t('organisatie.ditDoenZe')}
        </Heading>
        <Listings organisatie={slug} />
      </section>
    </>
  )
}

function Contact({ organisatie: { telefoon, email, website } }: { organisatie: Organisatie }) {
  const { t } = useTranslation()
  if (!telefoon && !email && !webHref(website)) return null
  return (
    <section aria-labelledby="contact" className="sk-organisatie__contact">
      <Heading level={2} size="level-4" id="contact">
        {t('contact.titel')}
      </Heading>
      <ContactWays telefoon={telefoon} email={email} website={website} />
    </section>
  )
}
