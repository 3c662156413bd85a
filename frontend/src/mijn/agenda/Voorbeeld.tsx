import { useTranslation, type Translate } from '@/i18n'
import { Button, Heading } from '@/components/ams'
import { Notice } from '@/components/Notice'
import { formatDay, localTime } from '@/lib/dates/localTime'
import { digits, type Keer } from '@/lib/dates/speakTime'
import type { Groep, Voorbeeld as Found } from './agenda'

interface Props {
  voorbeeld: Found
  busy: boolean
  onConnect: () => void
}

/** The times that each listing would get, and what of the calendar is for none of them. */
export function Voorbeeld({ voorbeeld: { aanbod, ongebruikt }, busy, onConnect }: Props) {
  const { t } = useTranslation()
  return (
    <div className="sk-voorbeeld">
      {aanbod.length > 0 && (
        <section aria-labelledby="zo-komt-het">
          <Heading level={3} id="zo-komt-het">
            {t('mijnAgenda.zoKomtHet')}
          </Heading>
          {aanbod.map((one) => (
            <div key={one.aanbodId} className="sk-voorbeeld__aanbod">
              <Heading level={4}>{one.titel}</Heading>
              {one.momenten === 0 ? (
                <Notice kind="attention">
                  <p>{t('mijnAgenda.geenTijden')}</p>
                </Notice>
              ) : (
                <>
                  <p className="sk-small">{t('mijnAgenda.tijden', { count: one.momenten })}</p>
                  <Dates keren={one.komende} />
                </>
              )}
              {one.teVeel > 0 && <p>{t('mijnAgenda.teVeel', { count: one.teVeel })}</p>}
            </div>
          ))}
          <p>{t('mijnAgenda.vervangt')}</p>
          <Button aria-disabled={busy} onClick={onConnect}>
            {t(busy ? 'mijnAgenda.koppelt' : 'mijnAgenda.koppel')}
          </Button>
        </section>
      )}
      {(aanbod.length === 0 || ongebruikt.length > 0) && (
        <section aria-labelledby="in-de-agenda">
          <Heading level={3} id="in-de-agenda">
            {t(aanbod.length > 0 ? 'mijnAgenda.ongebruikt' : 'mijnAgenda.inDeAgenda')}
          </Heading>
          {aanbod.length === 0 && ongebruikt.length > 0 && <p>{t('mijnAgenda.kiesEerst')}</p>}
          {aanbod.length > 0 && ongebruikt.length > 0 && <p>{t('mijnAgenda.ongebruiktUitleg')}</p>}
          {ongebruikt.length === 0 && aanbod.length === 0 && <p>{t('mijnAgenda.leeg')}</p>}
          <ul className="sk-voorbeeld__list">
            {ongebruikt.map((groep, at) => (
              // Two groups may have no name at all.
              <li key={`${groep.titel}${at}`}>
                <Afspraken groep={groep} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function Afspraken({ groep: { titel, aantal, komende, redenen } }: { groep: Groep }) {
  const { t, language } = useTranslation()
  const naam = titel || t('mijnAgenda.zonderNaam')
  const [first] = komende
  return (
    <>
      <strong>{t('mijnAgenda.afspraken', { count: aantal, naam })}</strong>
      {first && (
        <span className="sk-small">
          {t('mijnAgenda.eerste', { dag: spoken(first, t, language) })}
        </span>
      )}
      {redenen.map(
        (reden) =>
          reden in REDENEN && (
            <span key={reden} className="sk-small">
              {t(`mijnAgenda.reden.${reden as keyof typeof REDENEN}`)}
            </span>
          ),
      )}
    </>
  )
}

function Dates({ keren }: { keren: Keer[] }) {
  const { t, language } = useTranslation()
  return (
    <ul>
      {keren.map((keer) => (
        <li key={`${keer.dag}${keer.van ?? ''}`}>{spoken(keer, t, language)}</li>
      ))}
    </ul>
  )
}

function spoken({ dag, van, tot }: Keer, t: Translate, language: string): string {
  const day = formatDay(dag, language, A_DAY)
  if (!van) return day
  const from = digits(localTime(new Date(van)), t)
  const until = tot && digits(localTime(new Date(tot)), t)
  const tijd = until ? t('tijd.vanTot', { van: from, tot: until }) : from
  return t('mijnAgenda.dagTijd', { dag: day, tijd })
}

// What is over or called off is not shown.
const REDENEN = { herhaling: true, besloten: true, onleesbaar: true }
const A_DAY = { weekday: 'long', day: 'numeric', month: 'long' } as const
