import { SlidersHorizontal, X } from 'lucide-react'
import { useId, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from '@/i18n'
import { Button, Heading } from '@/components/ams'
import './FilterDrawer.css'

interface Props {
  /** How many filters are chosen. */
  count: number
  /** How many results there are; undefined while nobody knows. */
  totaal: number | undefined
  children: ReactNode
}

/** The filters on a small screen: a modal dialog, which keeps the focus in and gives it back. */
export function FilterDrawer({ count, totaal, children }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [open, setOpen] = useState(false)
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
        <div className="sk-drawer__body">{open && children}</div>
        <div className="sk-drawer__foot">
          <Button onClick={close}>
            {totaal === undefined ? t('filters.toonLijst') : t('filters.toon', { count: totaal })}
          </Button>
        </div>
      </dialog>
    </>
  )
}
