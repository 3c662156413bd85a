import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from '@/i18n'
import { Heading } from '@/components/ams'
import { api, dataOf } from '@/lib/api/client'
import type { components } from '@/lib/api/schema.gen'
import { useDebounced } from '@/lib/navigation/useDebounced'
import { Link } from '../Link'
import { same, type Inhoud } from './inhoud'

type GelijkAanbod = components['schemas']['GelijkAanbod']

interface Props {
  inhoud: Inhoud
  /** Whose it will be: what is their own already, they can change themselves. */
  organisatieId: string
}

const PAUSE = 700
const SHORTEST = 4
const MOST = 3

/** What is on the map already and may be what somebody is about to add, with why. */
export function Bestaat({ inhoud, organisatieId }: Props) {
  const { t } = useTranslation()
  const found = useAlike(inhoud, organisatieId)
  return (
    <section className="sk-bestaat" aria-labelledby="bestaat-al" hidden={found.length === 0}>
      <Heading level={2} size="level-4" id="bestaat-al">
        {t('bewerk.bestaat.titel')}
      </Heading>
      <p>{t('bewerk.bestaat.uitleg')}</p>
      <p role="status" className="ams-visually-hidden">
        {found.length > 0 && t('bewerk.bestaat.aantal', { count: found.length })}
      </p>
      <ul className="sk-bestaat__list">
        {found.map((each) => (
          <li key={each.id}>
            <One found={each} isOwn={each.organisatieId === organisatieId} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function One({ found, isOwn }: { found: GelijkAanbod; isOwn: boolean }) {
  const { t, language } = useTranslation()
  const { id, slug, titel, organisatie, plek, redenen } = found
  const why = redenen.map((reden) => t(`bewerk.bestaat.reden.${reden}`))
  return (
    <>
      <p>
        <strong>{titel}</strong> {t('bewerk.bestaat.van', { naam: organisatie })}
        {plek && `, ${plek}`}
      </p>
      {why.length > 0 && (
        <p className="sk-small sk-muted">
          {t('bewerk.bestaat.omdat', { redenen: new Intl.ListFormat(language).format(why) })}
        </p>
      )}
      <p className="sk-bestaat__ways">
        <a href={`/aanbod/${slug}`} className="ams-link">
          {t('bewerk.bestaat.bekijk')}
        </a>
        {isOwn ? (
          <Link to="/mijn/aanbod/$id" params={{ id }} className="ams-link">
            {t('bewerk.bestaat.bewerk')}
          </Link>
        ) : (
          <Link to="/mijn/aansluiten" className="ams-link">
            {t('bewerk.bestaat.sluitAan', { naam: organisatie })}
          </Link>
        )}
      </p>
    </>
  )
}

function useAlike({ titel, locatie }: Inhoud, organisatie: string): GelijkAanbod[] {
  const place = locatie && !same(locatie, {}) ? locatie : null
  const asked = useDebounced(JSON.stringify({ titel: titel?.trim(), locatie: place }), PAUSE)
  const vraag = JSON.parse(asked) as Pick<Inhoud, 'titel' | 'locatie'>
  const { data } = useQuery({
    queryKey: ['lijkt op', asked, organisatie],
    queryFn: ({ signal }) =>
      // The contract counts what has a default as always there, which holds for answers only.
      dataOf(api.POST('/gelijkenissen', { body: { ...vraag, organisatie } as never, signal })),
    enabled: (vraag.titel?.length ?? 0) >= SHORTEST,
    placeholderData: keepPreviousData,
    // A hint and no more: a half-typed place is no reason to say anything.
    retry: false,
  })
  return data?.resultaten.slice(0, MOST) ?? []
}
