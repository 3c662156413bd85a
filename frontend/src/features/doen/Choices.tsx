import { useNavigate, useRouter } from '@tanstack/react-router'
import {
  Bike,
  BookOpen,
  Car,
  Coffee,
  FileText,
  Palette,
  Sprout,
  ToyBrick,
  Utensils,
  type LucideIcon,
} from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { useTranslation } from '@/i18n'
import { Button, Label } from '@/components/ams'
import { SelectBox } from '@/components/SelectBox'
import { useLatestSearch } from '@/lib/navigation/useLatestSearch'
import { useLabels } from '@/lib/wording/labels'
import { outlines } from '@/lib/wijken/outlines'
import { ALL_GRAAG, GRAAG, parseKeuze, TIJDEN, type Graag, type Keuze } from './keuze'

const ICONS: Record<Graag, LucideIcon> = {
  gezelschap: Coffee,
  eten: Utensils,
  buiten: Sprout,
  sport: Bike,
  jeugd: ToyBrick,
  leren: BookOpen,
  rijden: Car,
  papieren: FileText,
  maken: Palette,
}

const PAGE = '/ik-wil-iets-doen'

interface Props {
  /** What the page answers; what was chosen after that is in the address already. */
  keuze: Keuze
  /** How many listings each theme has, by what else was chosen; while unknown all can be chosen. */
  themas: Record<string, number> | undefined
}

/** Three questions; each answer counts at once, or with a button in a page without script. */
export function Choices({ keuze: answered, themas }: Props) {
  const { t } = useTranslation()
  const latest = useLatestSearch(PAGE)
  const keuze = latest ? parseKeuze(latest) : answered
  const labelOf = useLabels()
  const navigate = useNavigate({ from: PAGE })
  const { publicHref } = useRouter().buildLocation({ to: PAGE })
  const wijkId = useId()
  const { tijd, graag = [], wijk } = keuze
  const choose = (change: Record<string, unknown>) => {
    void navigate({ search: parseKeuze({ ...keuze, ...change }), resetScroll: false })
  }
  const useful = ALL_GRAAG.filter(
    (each) =>
      graag.includes(each) || !themas || GRAAG[each].some((thema) => (themas[thema] ?? 0) > 0),
  )
  return (
    <form action={publicHref} className="sk-doen__choices">
      <fieldset>
        <legend>{t('doen.tijd')}</legend>
        <div className="sk-doen__options">
          <Choice type="radio" name="tijd" value="" checked={!tijd} onChoose={choose}>
            {t('doen.maaktNietUit')}
          </Choice>
          {TIJDEN.map((code) => (
            <Choice
              key={code}
              type="radio"
              name="tijd"
              value={code}
              checked={tijd === code}
              onChoose={choose}
            >
              {labelOf('inzet', code)}
            </Choice>
          ))}
        </div>
      </fieldset>
      {useful.length > 0 && (
        <fieldset>
          <legend>{t('doen.graagVraag')}</legend>
          <div className="sk-doen__options">
            {useful.map((each) => (
              <Choice
                key={each}
                type="checkbox"
                name="graag"
                value={each}
                checked={graag.includes(each)}
                onChoose={() => {
                  choose({ graag: toggled(graag, each) })
                }}
                icon={ICONS[each]}
              >
                {t(`doen.graag.${each}`)}
              </Choice>
            ))}
          </div>
        </fieldset>
      )}
      <div className="sk-doen__wijk">
        <Label htmlFor={wijkId}>{t('doen.wijk')}</Label>
        <SelectBox
          id={wijkId}
          name="wijk"
          value={wijk ?? ''}
          onChange={({ target: { value } }) => {
            choose({ wijk: value })
          }}
        >
          <option value="">{t('doen.maaktNietUit')}</option>
          {outlines.map(({ slug, naam }) => (
            <option key={slug} value={slug}>
              {naam}
            </option>
          ))}
        </SelectBox>
      </div>
      <noscript>
        <Button type="submit">{t('doen.toon')}</Button>
      </noscript>
    </form>
  )
}

function toggled(graag: readonly Graag[], one: Graag): Graag[] {
  return graag.includes(one) ? graag.filter((each) => each !== one) : [...graag, one]
}

interface ChoiceProps {
  type: 'radio' | 'checkbox'
  name: string
  value: string
  checked: boolean
  onChoose: (change: Record<string, unknown>) => void
  icon?: LucideIcon
  children: ReactNode
}

function Choice({ type, name, value, checked, onChoose, icon: Icon, children }: ChoiceProps) {
  return (
    <label className="sk-doen__choice">
      <input
        type={type}
        name={name}
        value={value}
        checked={checked}
        onChange={() => {
          onChoose({ [name]: value })
        }}
      />
      {Icon && <Icon className="sk-icon" />}
      <span>{children}</span>
    </label>
  )
}
