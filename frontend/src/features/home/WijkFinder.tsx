import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from '@/i18n'
import { PlekField } from './LazyPlekField'
import type { Adres } from '@/lib/api/types'
import { choosePlek } from '@/lib/plek/plek'
import { findOutline } from '@/lib/wijken/outlines'

/** For who does not know the name of their wijk: by a street or a postcode. */
export function WijkFinder() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)

  /** To the wijk; of a postcode that lies in several, to what is nearest. */
  function choose(adres: Adres) {
    choosePlek(adres)
    const wijk = findOutline(adres.wijk)
    if (wijk) return navigate({ to: '/wijken/$slug', params: { slug: wijk.slug } })
    return navigate({ to: '/zoeken', search: { sort: 'afstand' } })
  }

  return (
    <div className="sk-script">
      <button
        type="button"
        className="sk-home__finder"
        aria-expanded={open}
        onClick={() => {
          setOpen(!open)
        }}
      >
        {t('home.zoekWijk')}
      </button>
      {open && <PlekField onChoose={(adres) => void choose(adres)} />}
    </div>
  )
}
