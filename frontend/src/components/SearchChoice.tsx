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
import { useTranslation } from '@/i18n'
import type { Suggestie } from '@/lib/api/types'
import { ComboboxOption } from './ComboboxOption'
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
  const Icon = ICONS[choice.soort]
  const { soort, titel } = choice
  const found = isQuestion(choice) ? undefined : choice
  const thema = found?.soort === 'thema' && found.code ? label('themas', found.code) : undefined
  return (
    <ComboboxOption
      id={id}
      selected={selected}
      question={isQuestion(choice)}
      onChoose={() => {
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
    </ComboboxOption>
  )
}
