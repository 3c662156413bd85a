import { X } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from '@/i18n'
import type { LabelOf } from '@/lib/wording/labels'
import { withoutFilters, type Zoekvraag } from '@/lib/zoekvraag/zoekvraag'
import { activeParts } from './activeParts'
import { useChangeVraag } from './useChangeVraag'
import './ActiveFilters.css'

/** Everything that narrows the results, each with its own way out. */
export function ActiveFilters({ vraag, labelOf }: { vraag: Zoekvraag; labelOf: LabelOf }) {
  const { t, language } = useTranslation()
  const group = useRef<HTMLDivElement>(null)
  const change = useChangeVraag()
  const parts = activeParts(vraag, labelOf, t, language, new Date())
  if (parts.length === 0) return null

  function remove(next: Zoekvraag) {
    change(next)
    // The button goes; without this the focus would fall back to the top of the page.
    const last = parts.length === 1
    const target = last ? document.querySelector<HTMLElement>('main h1') : group.current
    target?.focus({ preventScroll: true })
  }

  return (
    <div
      ref={group}
      tabIndex={-1}
      role="group"
      aria-label={t('filters.actief')}
      className="sk-chips"
    >
      <p className="sk-chips__label" aria-hidden="true">
        {t('filters.alleen')}
      </p>
      <ul className="sk-chips__list">
        {parts.map(({ key, label, without }) => (
          <li key={key}>
            <button
              type="button"
              className="sk-chip"
              onClick={() => {
                remove(without)
              }}
            >
              {label} <span className="ams-visually-hidden">{t('filters.haalWeg')}</span>
              <X className="sk-icon" />
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            className="sk-link-button"
            onClick={() => {
              change(withoutFilters(vraag))
              document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
            }}
          >
            {t('filters.allesWissen')}
          </button>
        </li>
      </ul>
    </div>
  )
}
