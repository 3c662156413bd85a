import { CircleCheck } from 'lucide-react'
import type { Ref } from 'react'
import { useTranslation } from '@/i18n'
import { Heading } from '@/components/ams'
import type { Bewerking, Fout } from '@/lib/api/types'
import type { Veld } from './inhoud'
import { PARTS } from './parts'
import { focusOn, idOf } from './velden/editor'

interface Props {
  answer: Bewerking
  /** Somebody tried to hand it in: then this is what they have to read. */
  tried: boolean
  ref: Ref<HTMLHeadingElement>
}

/** What is still needed or wrong, each with the way to it. */
export function NogNodig({ answer: { ontbreekt, fouten }, tried, ref }: Props) {
  const { t } = useTranslation()
  const wrong = fouten.filter(({ veld }, i) => fouten.findIndex((one) => one.veld === veld) === i)
  const done = ontbreekt.length + wrong.length === 0
  return (
    <section
      className="sk-nodig"
      aria-labelledby="nog-nodig"
      data-tried={(tried && !done) || undefined}
    >
      <Heading level={2} size="level-3" id="nog-nodig" ref={ref} tabIndex={-1}>
        {t(tried && !done ? 'bewerk.klaar.tekort' : 'bewerk.nogNodig.titel')}
      </Heading>
      {tried && !done && <p>{t('bewerk.klaar.tekortUitleg')}</p>}
      {done && (
        <p className="sk-nodig__done">
          <CircleCheck className="sk-icon" />
          {t('bewerk.nogNodig.klaar')}
        </p>
      )}
      {ontbreekt.length > 0 && (
        <ul className="sk-nodig__list">
          {ontbreekt.map(({ veld }) => (
            <li key={veld}>
              <Way veld={veld} />
            </li>
          ))}
        </ul>
      )}
      {wrong.length > 0 && (
        <>
          <p>
            <strong>{t('bewerk.nogNodig.fouten')}</strong>
          </p>
          <ul className="sk-nodig__list">
            {wrong.map(({ veld, melding }) => (
              <li key={veld}>
                <Way veld={veld} /> {melding}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** Leads to a field, or to the part of the page where it stands. */
function Way({ veld }: Pick<Fout, 'veld'>) {
  const { t } = useTranslation()
  const [name = ''] = veld.split('.')
  const zegt = PARTS[veld]
  const id = document.getElementById(idOf(veld)) ? idOf(veld) : (PLACES[name] ?? idOf(name))
  return (
    <a
      href={`#${id}`}
      className="ams-link"
      onClick={(event) => {
        event.preventDefault()
        focusOn(id)
      }}
    >
      {zegt ? t(`bewerk.deel.${zegt}`) : t(`bewerk.veld.${name as Veld}`)}
    </a>
  )
}

const PLACES: Record<string, string> = {
  momenten: 'sectie-wanneer',
  sluitingen: 'sectie-wanneer',
  opAfspraak: 'sectie-wanneer',
  contact: 'sectie-contact',
}
