import { Building2, FileText, History, MapPin, Tag, type LucideIcon } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from '@/i18n'
import type { Suggestie } from '@/lib/api/types'
import { Highlighted } from './Highlighted'

/** Something to choose under the search box: what the server suggests, or an earlier question. */
export type Choice = Suggestie | { soort: 'recent'; titel: string }

const ICONS: Record<Choice['soort'], LucideIcon> = {
  aanbod: FileText,
  organisatie: Building2,
  recent: History,
  thema: Tag,
  wijk: MapPin,
}

export function keyOf(choice: Choice): string {
  const own = choice.soort === 'recent' ? undefined : (choice.slug ?? choice.code)
  return `${choice.soort}-${own ?? choice.titel}`
}

interface Props {
  id: string
  choice: Choice
  selected: boolean
  onChoose: (choice: Choice) => void
}

export function SearchChoice({ id, choice, selected, onChoose }: Props) {
  const { t } = useTranslation()
  const option = useRef<HTMLDivElement>(null)
  const Icon = ICONS[choice.soort]
  const { soort, titel } = choice
  const found = soort === 'recent' ? undefined : choice
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
        {found && found.markering.length > 0 ? <Highlighted parts={found.markering} /> : titel}
        {found?.ondertitel && <span className="sk-search__under">{found.ondertitel}</span>}
      </span>
      <span className="sk-search__kind">{t(`suggestie.${soort}`)}</span>
    </div>
  )
}
