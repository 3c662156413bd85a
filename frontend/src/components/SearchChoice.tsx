import {
  Building2,
  FileText,
  History,
  Lightbulb,
  MapPin,
  Search,
  Tag,
  type LucideIcon,
} from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from '@/i18n'
import type { Suggestie } from '@/lib/api/types'
import { Dutch } from './Dutch'
import { Highlighted } from './Highlighted'

/** A whole question: an earlier one, or an example of one. */
interface Question {
  soort: 'recent' | 'voorbeeld'
  titel: string
}

/** Something to choose under the search box: what the server suggests, or a question. */
export type Choice = Suggestie | Question

export function isQuestion(choice: Choice): choice is Question {
  return choice.soort === 'recent' || choice.soort === 'voorbeeld'
}

const ICONS: Record<Choice['soort'], LucideIcon> = {
  aanbod: FileText,
  organisatie: Building2,
  recent: History,
  thema: Tag,
  voorbeeld: Lightbulb,
  wijk: MapPin,
  woord: Search,
}

export function keyOf(choice: Choice): string {
  const own = isQuestion(choice) ? undefined : (choice.slug ?? choice.code)
  return `${choice.soort}-${own ?? choice.titel}`
}

interface Props {
  id: string
  choice: Choice
  selected: boolean
  onChoose: (choice: Choice) => void
}

export function SearchChoice({ id, choice, selected, onChoose }: Props) {
  const { t, label } = useTranslation()
  const option = useRef<HTMLDivElement>(null)
  const Icon = ICONS[choice.soort]
  const { soort, titel } = choice
  const found = isQuestion(choice) ? undefined : choice
  const thema = found?.soort === 'thema' && found.code ? label('themas', found.code) : undefined
  // On a small screen the list scrolls.
  useEffect(() => {
    if (selected) option.current?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  return (
    // The keyboard works from the input, with aria-activedescendant; only the pointer comes here.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={option}
      id={id}
      role="option"
      aria-selected={selected}
      className="sk-search__option"
      data-question={isQuestion(choice) ? true : undefined}
      tabIndex={-1}
      // Before the click the input would lose its focus, and the list would be gone.
      onPointerDown={(event) => {
        event.preventDefault()
      }}
      onClick={() => {
        onChoose(choice)
      }}
    >
      <Icon className="sk-icon" />
      <span>
        {thema ?? (
          <Dutch when={found !== undefined}>
            {found && found.markering.length > 0 ? <Highlighted parts={found.markering} /> : titel}
          </Dutch>
        )}
      </span>{' '}
      <span className="sk-search__about">
        {found?.ondertitel && (
          <>
            <span className="sk-search__under">
              <Dutch>{found.ondertitel}</Dutch>
            </span>{' '}
          </>
        )}
        <span className="sk-search__kind">{t(`suggestie.${soort}`)}</span>
      </span>
    </div>
  )
}
