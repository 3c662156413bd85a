import { Link } from '@tanstack/react-router'
import { CalendarDays, HandHelping, MapPin } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { useTranslation } from '@/i18n'
import type { AanbodKern, Resultaat } from '@/lib/api/types'
import { localTime } from '@/lib/dates/localTime'
import { speakDay } from '@/lib/dates/speakTime'
import type { LabelOf } from '@/lib/wording/labels'
import { reasonsOf, type Reasons } from '@/lib/wording/reasons'
import { tagsFor, type Tag } from '@/lib/wording/tags'
import { whenOf, type When } from '@/lib/wording/when'
import { speakDistance, whereOf, wijkOf } from '@/lib/wording/where'
import { AmbitieMark } from './AmbitieMark'
import { Heading } from './ams'
import { Ask } from './Ask'
import { Dutch } from './Dutch'
import { Highlighted } from './Highlighted'
import { SaveButton } from './SaveButton'
import { WijkLocator } from './WijkLocator'
import './ResultCard.css'

interface Props {
  aanbod: AanbodKern & Partial<Pick<Resultaat, 'markering' | 'wensen' | 'redenen' | 'afstandMeter'>>
  /** Everything on the same page, to show only the tags that tell results apart. */
  shown: readonly AanbodKern[]
  now: Date
  labelOf: LabelOf
  /** Where "back" on the listing page leads, when the visitor comes from a search. */
  backTo?: string
  active?: boolean
  headingLevel?: 2 | 3
  /** Whether the words of the question are marked; not where nobody reads the question. */
  marked?: boolean
  onPoint?: (slug: string | null) => void
}

/** One listing in a list, in the order in which somebody decides whether it is something for them. */
export const ResultCard = memo(function ResultCard({
  aanbod,
  shown,
  now,
  labelOf,
  backTo,
  active,
  headingLevel = 2,
  marked = true,
  onPoint,
}: Props) {
  const translator = useTranslation()
  const { t, language } = translator
  const { slug, titel, samenvatting, redenen, afstandMeter } = aanbod
  const markering = marked ? aanbod.markering : undefined
  const when = whenOf(aanbod, now, translator)
  const { why, but } = reasonsOf(aanbod, now, labelOf, t, language)
  const point = (target: string | null) => () => onPoint?.(target)
  return (
    // Pointing lights up the place on the map; it does nothing that needs a key of its own.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <article
      className="sk-result"
      data-active={active ? true : undefined}
      onPointerEnter={point(slug)}
      onPointerLeave={point(null)}
      onFocus={point(slug)}
      onBlur={point(null)}
    >
      <div className="sk-result__words">
        <Heading level={headingLevel} size="level-3" className="sk-result__title">
          <Link
            to="/aanbod/$slug"
            params={{ slug }}
            className="ams-link"
            {...(backTo && { state: { backTo } })}
          >
            <Dutch>{markering ? <Highlighted parts={markering.titel} /> : titel}</Dutch>
          </Link>
        </Heading>
        {samenvatting && (
          <p className="sk-result__summary">
            <Dutch>
              {markering?.samenvatting ? (
                <Highlighted parts={markering.samenvatting} />
              ) : (
                samenvatting
              )}
            </Dutch>
          </p>
        )}
        <ul className="sk-result__facts">
          <Fact icon={<CalendarDays className="sk-icon" />} attention={when.state === 'dicht'}>
            <WhenWords {...when} />
          </Fact>
          <Fact icon={<MapPin className="sk-icon" />}>
            <Dutch when={aanbod.locatie != null}>{whereOf(aanbod, t, language)}</Dutch>
            {afstandMeter != null && (
              <span className="sk-nowrap"> · {speakDistance(afstandMeter, t, language)}</span>
            )}
          </Fact>
          <Fact icon={<HandHelping className="sk-icon" />}>
            <Ask aanbod={aanbod} labelOf={labelOf} />
          </Fact>
        </ul>
        <Why why={why} but={but} />
        <div className="sk-result__foot">
          <Tags tags={tagsFor(aanbod, shown)} labelOf={labelOf} />
          {!redenen?.includes('recent') && (
            <p className="sk-result__checked">
              <Checked aanbod={aanbod} now={now} />
            </p>
          )}
        </div>
      </div>
      <WijkLocator wijk={wijkOf(aanbod)} />
      <SaveButton aanbod={aanbod} />
    </article>
  )
})

function Fact({
  icon,
  attention,
  children,
}: {
  icon: ReactNode
  attention?: boolean
  children: ReactNode
}) {
  return (
    <li data-attention={attention ? true : undefined}>
      {icon}
      <span>{children}</span>
    </li>
  )
}

function WhenWords({ text, lang, instant, rhythm, reason }: When) {
  const { t } = useTranslation()
  return (
    <>
      <Dutch when={lang === 'nl'}>{instant ? <time dateTime={instant}>{text}</time> : text}</Dutch>
      {rhythm && t('site.komma') + rhythm}
      {reason && (
        <>
          : <Dutch>{reason}</Dutch>
        </>
      )}
    </>
  )
}

/** What speaks for it in one line; and in another what is not as was asked, or not known. */
function Why({ why, but }: Reasons) {
  const { t } = useTranslation()
  if (why.length + but.length === 0) return null
  return (
    <p className="sk-result__why">
      {why.length > 0 && t('redenen.zin', { redenen: joined(why) })}
      {but.length > 0 && (
        <span className="sk-result__but">{t('redenen.letOp', { redenen: joined(but) })}</span>
      )}
    </p>
  )
}

/** The sign between two things stays with the first when the line breaks. */
const joined = (things: string[]) => things.join('\u00a0· ')

function Tags({ tags, labelOf }: { tags: Tag[]; labelOf: LabelOf }) {
  const { t } = useTranslation()
  if (tags.length === 0) return null
  return (
    <ul className="sk-result__tags">
      {tags.map((tag) => (
        <li key={tag.kind} className={`sk-tag sk-tag--${tag.kind}`}>
          {tag.kind === 'ambitie' && (
            <AmbitieMark code={tag.code} label={labelOf('ambities', tag.code)} />
          )}
          {tag.kind === 'vrijwilligers' && t('tags.vrijwilligers')}
          {tag.kind === 'open' && labelOf('openVoor', tag.code)}
          {tag.kind === 'soort' && labelOf('soorten', tag.code)}
        </li>
      ))}
    </ul>
  )
}

function Checked({ aanbod, now }: { aanbod: AanbodKern; now: Date }) {
  const { t, language } = useTranslation()
  if (!aanbod.bevestigdOp) return t('controle.nooit')
  const day = localTime(new Date(aanbod.bevestigdOp)).day
  const dag = speakDay(day, now, language)
  return t(aanbod.gecontroleerd === 'niet-recent' ? 'controle.langGeleden' : 'controle.op', { dag })
}
