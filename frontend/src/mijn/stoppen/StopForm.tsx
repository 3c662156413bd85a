import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from '@/i18n'
import { Button } from '@/components/ams'
import type { EigenAanbod } from '@/lib/api/types'
import { useEscape } from '../form/useEscape'
import { KiesAanbod, type Gekozen } from './KiesAanbod'

interface Props {
  listing: EigenAanbod
  naam: string
  busy: boolean
  onSend: (gekozen: Gekozen | null) => void
  onCancel: () => void
}

/** Stops it, and asks where people can go now; of what stopped already only that. */
export function StopForm({ listing, naam, busy, onSend, onCancel }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const title = useRef<HTMLParagraphElement>(null)
  const choice = useRef<HTMLParagraphElement>(null)
  const [chosen, setChosen] = useState<Gekozen | null>(null)
  const [isEmpty, setIsEmpty] = useState(false)
  const stops = listing.status === 'gepubliceerd'

  useEffect(() => {
    title.current?.focus({ preventScroll: true })
    title.current?.closest('form')?.scrollIntoView({ block: 'nearest' })
  }, [])
  useEffect(() => {
    if (chosen) choice.current?.focus()
  }, [chosen])
  useEscape(onCancel)

  return (
    <form
      className="sk-inrow__form"
      aria-labelledby={`${id}-kop`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setIsEmpty(!stops && !chosen)
        if (!busy && (stops || chosen)) onSend(chosen)
      }}
    >
      <p id={`${id}-kop`} className="sk-inrow__title" ref={title} tabIndex={-1}>
        {t(stops ? 'stoppen.kop' : 'stoppen.kopHeen', { titel: naam })}
      </p>
      {stops && <p className="sk-small">{t('stoppen.uitleg')}</p>}
      {chosen ? (
        <div className="sk-stop__chosen">
          <p ref={choice} tabIndex={-1}>
            {t('stoppen.gekozen')} <strong>{chosen.titel}</strong>{' '}
            {t('stoppen.van', { organisatie: chosen.organisatie.naam })}
          </p>
          <Button
            variant="tertiary"
            onClick={() => {
              setChosen(null)
              title.current?.focus()
            }}
          >
            {t('stoppen.anders')}
          </Button>
        </div>
      ) : (
        <KiesAanbod
          label={t(stops ? 'stoppen.zoek' : 'stoppen.zoekHeen')}
          fault={isEmpty ? t('stoppen.fout.kies') : undefined}
          not={listing.id}
          onChoose={setChosen}
        />
      )}
      <div className="sk-stop__ways">
        <Button type="submit" aria-disabled={busy}>
          {t(busy ? 'stoppen.bezig' : stops ? 'stoppen.stuurStop' : 'stoppen.stuurHeen')}
        </Button>
        {!stops && listing.verwijstNaar && (
          <Button
            variant="secondary"
            aria-disabled={busy}
            onClick={() => {
              if (!busy) onSend(null)
            }}
          >
            {t('stoppen.haalWeg')}
          </Button>
        )}
        <Button variant="tertiary" onClick={onCancel}>
          {t('stoppen.annuleer')}
        </Button>
      </div>
    </form>
  )
}
