import { Link } from '@tanstack/react-router'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/niets.json'
import { Heading, Paragraph } from '@/components/ams'
import { config } from '@/lib/config'
import type { Wens, Zoekresultaat } from '@/lib/api/types'
import { useNow } from '@/lib/dates/now'
import { inSentence } from '@/lib/wording/inSentence'
import type { LabelOf } from '@/lib/wording/labels'
import { formatQueryString } from '@/lib/zoekvraag/queryString'
import { countFilters, narrowed, withoutFilters, type Zoekvraag } from '@/lib/zoekvraag/zoekvraag'
import { activeParts } from '@/components/filters/activeParts'
import { MeldGat } from './gat/LazyMeldGat'
import { ThemaLinks } from './ThemaLinks'
import { widerWays } from './widerWays'
import { filtersOf, wishesOf } from './wishes'
import './NoResults.css'

alsoSay(texts)

interface Props {
  vraag: Zoekvraag
  labelOf: LabelOf
  answer: Zoekresultaat
}

/** Nothing here: the ways to look wider, one by one. */
export function NoResults({ vraag, labelOf, answer }: Props) {
  const { t, language } = useTranslation()
  const filters = activeParts(vraag, labelOf, t, language, useNow())
  if (answer.totaal > 0) return <PastTheEnd vraag={vraag} />
  if (!vraag.q && filters.length === 0) return <EmptyMap />
  return (
    <section className="sk-none">
      <Heading level={2} size="level-3">
        {t('niets.titel')}
      </Heading>
      <Paragraph>{t(filters.length > 0 ? 'niets.metFilters' : 'niets.zonderFilters')}</Paragraph>
      <ul className="sk-none__ways">
        {widerWays(vraag, answer, filters, labelOf, t).map(({ key, label, count, search }) => (
          <Way key={key} search={search}>
            {count === undefined
              ? t('niets.zonder', { filter: label })
              : t('niets.zonderGeeft', { filter: label, count })}
          </Way>
        ))}
        {filters.length === 0 && <WishWays begrepen={answer.begrepen} labelOf={labelOf} />}
        {countFilters(vraag) > 0 && vraag.q && (
          <Way search={withoutFilters(vraag)}>
            {t('niets.zonderAlleFilters', { vraag: vraag.q })}
          </Way>
        )}
        {vraag.q && filters.length > 0 && (
          <Way search={narrowed(vraag, { q: undefined })}>{t('niets.alleenFilters')}</Way>
        )}
        <Way search={{}}>{t('niets.alles', { gemeente: config.gemeente })}</Way>
      </ul>
      {vraag.q && filters.length > 0 && <Paragraph>{t('niets.spelling')}</Paragraph>}
      <MeldGat key={formatQueryString(vraag)} vraag={vraag} answer={answer} headingLevel={3} />
      <ThemaLinks />
    </section>
  )
}

/** What we did understand: all of it together, and one by one. */
function WishWays({ begrepen, labelOf }: { begrepen: Wens[]; labelOf: LabelOf }) {
  const { t } = useTranslation()
  const wishes = wishesOf(begrepen, labelOf, t).map(({ label, soorten }) => ({
    label: inSentence(label),
    search: filtersOf(begrepen.filter(({ soort }) => soorten.includes(soort))),
  }))
  const together = {
    label: wishes.map(({ label }) => label).join(' · '),
    search: filtersOf(begrepen),
  }
  return (wishes.length > 1 ? [together, ...wishes] : wishes)
    .filter(({ search }) => countFilters(search) > 0)
    .map(({ label, search }) => (
      <Way key={label} search={search}>
        {t('niets.wensen', { wensen: label })}
      </Way>
    ))
}

function Way({ search, children }: { search: Zoekvraag; children: string }) {
  return (
    <li>
      <Link to="/zoeken" search={search} resetScroll={false} className="ams-link">
        {children}
      </Link>
    </li>
  )
}

function PastTheEnd({ vraag }: { vraag: Zoekvraag }) {
  const { t } = useTranslation()
  return (
    <section className="sk-none">
      <Heading level={2} size="level-3">
        {t('niets.voorbij')}
      </Heading>
      <Link to="/zoeken" search={narrowed(vraag, {})} className="ams-link">
        {t('niets.eerstePagina')}
      </Link>
    </section>
  )
}

/** A new installation: no search would find anything. */
function EmptyMap() {
  const { t } = useTranslation()
  return (
    <section className="sk-none">
      <Heading level={2} size="level-3">
        {t('leeg.titel', { gemeente: config.gemeente })}
      </Heading>
      <Paragraph>{t('leeg.uitleg')}</Paragraph>
    </section>
  )
}
