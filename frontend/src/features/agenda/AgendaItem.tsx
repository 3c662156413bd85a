import { Link } from '@tanstack/react-router'
import { CalendarX, HandHelping, MapPin } from 'lucide-react'
import { useTranslation } from '@/i18n'
import { Heading } from '@/components/ams'
import { Ask } from '@/components/Ask'
import { Dutch, LeftToRight } from '@/components/Dutch'
import type { AgendaKeer } from '@/lib/api/types'
import { localTime } from '@/lib/dates/localTime'
import { digits } from '@/lib/dates/speakTime'
import type { LabelOf } from '@/lib/wording/labels'
import { whereOf } from '@/lib/wording/where'

interface Props {
  keer: AgendaKeer
  labelOf: LabelOf
  backTo: string
}

/** One time in the agenda: when, what, where, and what it asks. */
export function AgendaItem({ keer, labelOf, backTo }: Props) {
  const { t, language } = useTranslation()
  const { aanbod, vervalt, reden, toelichting } = keer
  return (
    <article className="sk-keer" data-off={vervalt || undefined}>
      <Hours keer={keer} />
      <div className="sk-keer__words">
        <Heading level={3} size="level-4">
          <Link
            to="/aanbod/$slug"
            params={{ slug: aanbod.slug }}
            className="ams-link"
            state={{ backTo }}
          >
            <Dutch>{aanbod.titel}</Dutch>
          </Link>
        </Heading>
        {vervalt && (
          <p className="sk-keer__off">
            <CalendarX className="sk-icon" />
            <span>
              {t('agenda.vervalt')}
              {reden && (
                <>
                  : <Dutch>{reden}</Dutch>
                </>
              )}
            </span>
          </p>
        )}
        {toelichting && (
          <p>
            <Dutch>{toelichting}</Dutch>
          </p>
        )}
        <ul className="sk-keer__facts">
          <li>
            <MapPin className="sk-icon" />
            <span>
              <Dutch when={aanbod.locatie != null}>{whereOf(aanbod, t, language)}</Dutch>
            </span>
          </li>
          <li>
            <HandHelping className="sk-icon" />
            <span>
              <Ask aanbod={aanbod} labelOf={labelOf} />
            </span>
          </li>
        </ul>
      </div>
    </article>
  )
}

function Hours({ keer: { dag, van, tot } }: { keer: AgendaKeer }) {
  const { t } = useTranslation()
  if (!van) {
    return (
      <p className="sk-keer__hours">
        <time dateTime={dag}>{t('agenda.tijdOnbekend')}</time>
      </p>
    )
  }
  const clock = (moment: string) => digits(localTime(new Date(moment)), t)
  return (
    <p className="sk-keer__hours">
      <LeftToRight>
        <time dateTime={van}>{clock(van)}</time>
        {tot && (
          <>
            {' – '}
            <time dateTime={tot}>{clock(tot)}</time>
          </>
        )}
      </LeftToRight>
    </p>
  )
}
