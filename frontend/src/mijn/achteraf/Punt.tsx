import { useEffect, useRef, useState } from 'react'
import { useTranslation, type Translate } from '@/i18n'
import { Button, Heading } from '@/components/ams'
import type { Nakijkpunt } from '@/lib/api/types'
import { formatDay, localTime } from '@/lib/dates/localTime'
import { Link } from '../Link'
import { Verschillen } from '../redactie/Verschillen'
import { isOnlyInWijken } from '../redactie/redactie'
import { useSessie } from '../sessie/sessie'
import { subjectOf, type Uitkomst } from './achteraf'
import { Terugdraaien } from './Terugdraaien'

interface Props {
  punt: Nakijkpunt
  isChosen: boolean
  onChosen: (isChosen: boolean) => void
  onTurnedBack: (uitkomst: Uitkomst) => void
  onRefresh: () => void
}

/** One thing that is on the map already: what differs, whether it is fine, or the way back. */
export function Punt({ punt, isChosen, onChosen, onTurnedBack, onRefresh }: Props) {
  const { t } = useTranslation()
  const [asks, setAsks] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const wasAsking = useRef(false)
  const { id, titel } = subjectOf(punt)

  useEffect(() => {
    // The form that had the focus is gone.
    if (!asks && wasAsking.current) button.current?.focus()
    wasAsking.current = asks
  }, [asks])

  return (
    <article className="sk-beoordeling" aria-labelledby={`punt-${id}`}>
      <Head punt={punt} />
      {punt.verschillen.length === 0 ? (
        <p>{t('achteraf.hetzelfde')}</p>
      ) : (
        <Verschillen verschillen={punt.verschillen} plain={punt.soort === 'nieuw'} />
      )}
      {asks ? (
        <Terugdraaien
          punt={punt}
          onDone={onTurnedBack}
          onCancel={() => {
            setAsks(false)
          }}
          onRefresh={onRefresh}
        />
      ) : (
        <div className="sk-achteraf__choices">
          <label className="sk-samen__choice">
            <input
              type="checkbox"
              checked={isChosen}
              onChange={({ target: { checked } }) => {
                onChosen(checked)
              }}
            />
            <span>{t('achteraf.kies', { titel })}</span>
          </label>
          {punt.verschillen.length > 0 && (
            <Button
              ref={button}
              variant="secondary"
              aria-describedby={`punt-${id}`}
              onClick={() => {
                setAsks(true)
                // What goes back is not fine.
                onChosen(false)
              }}
            >
              {t(`achteraf.terug.${punt.soort}`)}
            </Button>
          )}
        </div>
      )}
    </article>
  )
}

function Head({ punt }: { punt: Nakijkpunt }) {
  const { t, language } = useTranslation()
  const { data: sessie } = useSessie()
  const { aanbod, organisatie, soort, sinds } = punt
  const { id, titel } = subjectOf(punt)
  return (
    <div className="sk-beoordeling__head">
      <Heading level={2} size="level-4" id={`punt-${id}`}>
        {titel}
      </Heading>
      <p className="sk-small">
        <strong>{t(`achteraf.soort.${soort}`)}</strong>
        {aanbod && ` · ${organisatie.naam}`}
        {aanbod && aanbod.wijken.length > 0 && ` · ${aanbod.wijken.join(', ')}`}
        {` · ${since(sinds, t, language)}`}
      </p>
      <p className="sk-small sk-beoordeling__links">
        <a
          href={aanbod ? `/aanbod/${aanbod.slug}` : `/organisaties/${organisatie.slug}`}
          className="ams-link"
          target="_blank"
          rel="noreferrer"
          aria-describedby={`punt-${id}`}
        >
          {t('achteraf.bekijk')}
        </a>
        {aanbod && (
          <Link
            to="/mijn/aanbod/$id/historie"
            params={{ id: aanbod.id }}
            className="ams-link"
            aria-describedby={`punt-${id}`}
          >
            {t('achteraf.geschiedenis')}
          </Link>
        )}
        {sessie && !isOnlyInWijken(sessie) && (
          <Link
            to="/mijn/organisaties/$id"
            params={{ id: organisatie.id }}
            className="ams-link"
            aria-describedby={`punt-${id}`}
          >
            {t('achteraf.organisatie')}
          </Link>
        )}
      </p>
    </div>
  )
}

function since(moment: string, t: Translate, language: string): string {
  const { day, hour, minute } = localTime(new Date(moment))
  const tijd = `${hour}.${String(minute).padStart(2, '0')}`
  const dag = formatDay(day, language, { day: 'numeric', month: 'long' })
  return t('achteraf.sinds', { dag, tijd })
}
