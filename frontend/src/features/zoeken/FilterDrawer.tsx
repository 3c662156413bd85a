import { SlidersHorizontal, X } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { useTranslation } from '@/i18n'
import { Button, Heading } from '@/components/ams'
import type { Facetten } from '@/lib/api/types'
import { countFilters, type Zoekvraag } from '@/lib/zoekvraag/zoekvraag'
import { FilterPanel } from './FilterPanel'
import { SortControl } from './SortControl'
import './FilterDrawer.css'

interface Props {
  vraag: Zoekvraag
  facetten: Facetten | undefined
  totaal: number | undefined
}

/** The filters on a small screen: a modal dialog, which keeps the focus in and gives it back. */
export function FilterDrawer({ vraag, facetten, totaal }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [open, setOpen] = useState(false)
  const count = countFilters(vraag)
  const close = () => dialog.current?.close()
  return (
    <>
      <Button
        variant="secondary"
        aria-haspopup="dialog"
        className="sk-script"
        onClick={() => {
          setOpen(true)
          dialog.current?.showModal()
        }}
      >
        <SlidersHorizontal className="sk-icon" />
        {count > 0 ? t('filters.knopMet', { aantal: count }) : t('filters.titel')}
      </Button>
      <noscript>
        {import.meta.env.SSR && (
          <a href="#filters" className="ams-button ams-button--secondary">
            <SlidersHorizontal className="sk-icon" />
            {t('filters.titel')}
          </a>
        )}
      </noscript>
      <dialog
        ref={dialog}
        className="sk-drawer"
        aria-labelledby={id}
        onClose={() => {
          setOpen(false)
        }}
      >
        <div className="sk-drawer__head">
          <Heading level={2} size="level-3" id={id}>
            {t('filters.titel')}
          </Heading>
          <button
            type="button"
            className="sk-drawer__close"
            onClick={close}
            aria-label={t('filters.sluit')}
          >
            <X className="sk-icon" />
          </button>
        </div>
        <div className="sk-drawer__body">
          {open && (
            <>
              <SortControl vraag={vraag} />
              <FilterPanel vraag={vraag} facetten={facetten} titled={false} />
            </>
          )}
        </div>
        <div className="sk-drawer__foot">
          <Button onClick={close}>
            {totaal === undefined ? t('filters.toonLijst') : t('filters.toon', { count: totaal })}
          </Button>
        </div>
      </dialog>
    </>
  )
}
