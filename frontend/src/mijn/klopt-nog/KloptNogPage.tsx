import { useLocation } from '@tanstack/react-router'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/mijnKloptNog.json'
import { Heading, Paragraph } from '@/components/ams'
import { LoadError } from '@/components/LoadError'
import { PageHeading } from '@/components/PageHeading'
import { ResultSkeleton } from '@/components/ResultSkeleton'
import { isRefusal } from '@/lib/api/queryClient'
import type { Aanbod, Controlevraag } from '@/lib/api/types'
import { Link } from '../Link'
import { isDone, mailLinkOf, MOST_IDS, useListings, useVerzoek, type MailLink } from './kloptNog'
import { Vraag } from './Vraag'
import '../page.css'
import './klopt-nog.css'

alsoSay(texts)

/** Where the links of the mail lead that asks whether listings still hold. */
export function KloptNogPage() {
  const { t } = useTranslation()
  const hash = useLocation({ select: (location) => location.hash })
  const link = mailLinkOf(hash)
  const { data, error, isFetching, refetch } = useVerzoek(link.token)
  const ids = data?.vragen.map(({ aanbodId }) => aanbodId) ?? []
  // Waited for, so that nothing moves any more under a finger.
  const { data: listings, isLoading } = useListings(ids.slice(0, MOST_IDS))
  if (!link.token || isRefusal(error)) return <SpentLink />
  return (
    <div className="sk-container sk-mijn">
      <PageHeading title={t('kloptNog.titel')}>{t('kloptNog.titel')}</PageHeading>
      {data && !isLoading && <Questions vragen={data.vragen} listings={listings} link={link} />}
      {!data && error && (
        <LoadError error={error} busy={isFetching} onRetry={() => void refetch()} />
      )}
      {(data ? isLoading : !error) && <ResultSkeleton count={2} />}
    </div>
  )
}

interface QuestionsProps {
  vragen: Controlevraag[]
  listings: ReadonlyMap<string, Aanbod> | undefined
  link: MailLink
}

function Questions({ vragen, listings, link: { token, chosen } }: QuestionsProps) {
  const { t } = useTranslation()
  const done = vragen.filter(isDone).length
  const owners = new Set(vragen.map(({ organisatie }) => organisatie))
  if (vragen.length === 0) return <Nothing />
  return (
    <>
      <Paragraph>{t('kloptNog.uitleg', { count: vragen.length })}</Paragraph>
      <p role="status" className="sk-kloptnog__sum">
        {t('kloptNog.gedaan', { gedaan: done, totaal: vragen.length })}
      </p>
      <ul className="sk-kloptnog">
        {vragen.map((vraag) => (
          <li key={vraag.aanbodId}>
            <Vraag
              vraag={vraag}
              token={token}
              aanbod={listings?.get(vraag.aanbodId)}
              chosen={chosen?.aanbodId === vraag.aanbodId ? chosen.keuze : null}
              withOwner={owners.size > 1}
            />
          </li>
        ))}
      </ul>
      {done === vragen.length && <Thanks />}
    </>
  )
}

function Thanks() {
  const { t } = useTranslation()
  return (
    <section className="sk-kloptnog__thanks">
      <Heading level={2} size="level-3">
        {t('kloptNog.klaar')}
      </Heading>
      <p>{t('kloptNog.klaarUitleg')}</p>
    </section>
  )
}

function Nothing() {
  const { t } = useTranslation()
  return (
    <>
      <Heading level={2} size="level-3">
        {t('kloptNog.leeg')}
      </Heading>
      <Paragraph>{t('kloptNog.leegUitleg')}</Paragraph>
    </>
  )
}

/** Too old, cut off by the mail program, or not one of ours: what helps is the same. */
function SpentLink() {
  const { t } = useTranslation()
  return (
    <div className="sk-container sk-mijn">
      <PageHeading title={t('kloptNog.link.titel')}>{t('kloptNog.link.titel')}</PageHeading>
      <Paragraph>{t('kloptNog.link.waarom')}</Paragraph>
      <Paragraph>{t('kloptNog.link.inloggen')}</Paragraph>
      <p>
        <Link to="/mijn" className="ams-button ams-button--primary">
          {t('kloptNog.link.logIn')}
        </Link>
      </p>
    </div>
  )
}
