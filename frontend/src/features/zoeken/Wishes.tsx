import { Link } from '@tanstack/react-router'
import { Plus, X } from 'lucide-react'
import { useTranslation } from '@/i18n'
import { useZoeken } from '@/lib/api/zoeken'
import type { Zoekresultaat } from '@/lib/api/types'
import type { LabelOf } from '@/lib/wording/labels'
import { narrowed, toggleWens, toParameters, type Zoekvraag } from '@/lib/zoekvraag/zoekvraag'
import { usePlek } from '@/lib/plek/plek'
import { wishesOf } from './wishes'
import '@/components/filters/ActiveFilters.css'

interface Props {
  vraag: Zoekvraag
  answer: Zoekresultaat | undefined
  labelOf: LabelOf
}

/**
 * What we understood of the question. It says what comes first and leaves nothing out, so it looks
 * like the filters but is not one of them. What is taken off keeps its place, to be put back.
 */
export function Wishes({ vraag, answer, labelOf }: Props) {
  const { t } = useTranslation()
  const { plek } = usePlek()
  const off = vraag.zonder ?? []
  // The answer no longer names what was taken off; the one to the whole question, from which
  // somebody mostly comes, still does.
  const whole = useZoeken(
    toParameters(narrowed(vraag, { zonder: undefined }), plek),
    off.length > 0,
  )
  const begrepen = (off.length > 0 ? whole.data : answer)?.begrepen ?? []
  const wishes = vraag.q ? wishesOf(begrepen, labelOf, t) : []
  if (wishes.length === 0) return null
  return (
    <div role="group" aria-label={t('wensen.groep')} className="sk-chips">
      <p className="sk-chips__label" aria-hidden="true">
        {t('wensen.label')}
      </p>
      <ul className="sk-chips__list">
        {wishes.map(({ label, soorten }) => {
          const isOff = soorten.every((soort) => off.includes(soort))
          return (
            <li key={soorten.join()}>
              <Link
                to="/zoeken"
                search={toggleWens(vraag, soorten)}
                resetScroll={false}
                activeOptions={{ exact: true }}
                className="sk-chip sk-chip--wish"
                data-off={isOff ? true : undefined}
              >
                <span className="sk-chip__words">{label}</span>{' '}
                <span className="ams-visually-hidden">
                  {t(isOff ? 'wensen.zetTerug' : 'wensen.haalWeg')}
                </span>
                {isOff ? <Plus className="sk-icon" /> : <X className="sk-icon" />}
              </Link>
            </li>
          )
        })}
      </ul>
      {answer && answer.totaal > 0 && <p className="sk-chips__hint">{t('wensen.uitleg')}</p>}
    </div>
  )
}
