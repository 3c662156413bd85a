import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/plek.json'
import { PlekField } from '@/components/PlekField'
import type { Adres } from '@/lib/api/types'
import { askDevice } from '@/lib/plek/device'
import { choosePlek, usePlek } from '@/lib/plek/plek'
import './Vanaf.css'

alsoSay(texts)

interface Props {
  /** Whether somebody just asked for what is near, and the device may be asked where that is. */
  ask: boolean
  onKnown: () => void
}

/** From where distances are counted: what the device says, or what somebody types. */
export function Vanaf({ ask, onKnown }: Props) {
  const { t } = useTranslation()
  const other = useRef<HTMLButtonElement>(null)
  const { state, naam } = usePlek()
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState<Adres | null>(null)
  const known = state === 'known'
  useEffect(() => {
    // The field that had the focus is gone.
    if (chosen) other.current?.focus()
  }, [chosen])

  function choose(adres: Adres) {
    choosePlek(adres)
    setOpen(false)
    setChosen(adres)
    onKnown()
  }

  async function share() {
    setOpen(false)
    if (await askDevice()) onKnown()
  }

  const begin = useEffectEvent(async () => {
    if (ask && !known && state !== 'asking' && (await askDevice())) onKnown()
  })
  useEffect(() => {
    void begin()
  }, [])

  return (
    <div className="sk-vanaf sk-script">
      <p role="status" className="sk-vanaf__status">
        {state === 'asking' && t('plek.vraagt')}
        {state === 'refused' && t('plek.geweigerd')}
        {known && (naam ? t('plek.vanaf', { plek: naam }) : t('plek.vanafHier'))}
      </p>
      {known && (
        <button
          ref={other}
          type="button"
          className="sk-link-button"
          aria-expanded={open}
          onClick={() => {
            setOpen(!open)
          }}
        >
          {t('plek.anders')}
        </button>
      )}
      {(state === 'unasked' || (open && naam)) && (
        <button type="button" className="sk-link-button" onClick={() => void share()}>
          {t('plek.deelPlek')}
        </button>
      )}
      {(!known || open) && <PlekField onChoose={choose} />}
    </div>
  )
}
