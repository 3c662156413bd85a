import { Link } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { useRef, type MouseEvent } from 'react'
import { useTranslation } from '@/i18n'
import { useNow } from '@/lib/dates/now'
import type { LabelOf } from '@/lib/wording/labels'
import { withoutFilters, type Zoekvraag } from '@/lib/zoekvraag/zoekvraag'
import { activeParts } from './activeParts'
import { useFilteredPage } from './useChangeVraag'
import './ActiveFilters.css'

interface Props {
  vraag: Zoekvraag
  labelOf: LabelOf
  /** What is asked beside it and has no way out here. */
  kept?: Zoekvraag
}

/** Everything that narrows the results, each with its own way out. */
export function ActiveFilters({ vraag, labelOf, kept = {} }: Props) {
  const { t, language } = useTranslation()
  const page = useFilteredPage()
  const group = useRef<HTMLDivElement>(null)
  const parts = activeParts(vraag, labelOf, t, language, useNow())
  if (parts.length === 0) return null

  // The link goes; without this the focus would fall back to the top of the page.
  const keepFocus = (event: MouseEvent, isLast: boolean) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    const target = isLast ? document.querySelector<HTMLElement>('main h1') : group.current
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
            <Link
              to={page}
              search={{ ...kept, ...without }}
              resetScroll={false}
              activeOptions={{ exact: true }}
              className="sk-chip"
              onClick={(event) => {
                keepFocus(event, parts.length === 1)
              }}
            >
              {label} <span className="ams-visually-hidden">{t('filters.haalWeg')}</span>
              <X className="sk-icon" />
            </Link>
          </li>
        ))}
        <li>
          <Link
            to={page}
            search={{ ...kept, ...withoutFilters(vraag) }}
            resetScroll={false}
            activeOptions={{ exact: true }}
            className="sk-link-button"
            onClick={(event) => {
              keepFocus(event, true)
            }}
          >
            {t('filters.allesWissen')}
          </Link>
        </li>
      </ul>
    </div>
  )
}
