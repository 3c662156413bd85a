import { useRouter } from '@tanstack/react-router'
import { Bookmark } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '@/i18n'
import type { AanbodKern } from '@/lib/api/types'
import { useBewaarlijst } from '@/lib/bewaarlijst/bewaarlijst'
import { bewaardOf, save, takeOff } from '@/lib/bewaarlijst/toggle'
import { announce } from '@/lib/navigation/announce'
import { whereOf } from '@/lib/wording/where'
import './SaveButton.css'

interface Props {
  aanbod: AanbodKern
  /** What somebody wrote with it on the list that it comes from. */
  notitie?: string | undefined
}

/** Puts a listing on the visitor's own list, or takes it off. Needs JavaScript: the list does. */
export function SaveButton({ aanbod, notitie }: Props) {
  const { t, language } = useTranslation()
  const { id, titel } = aanbod
  const saved = useBewaarlijst().find((item) => item.id === id)
  const [full, setFull] = useState(false)
  const router = useRouter()

  function toggle() {
    if (saved) {
      takeOff(saved)
      setFull(false)
      announce(t('lijst.eraf', { titel }))
      return
    }
    const item = bewaardOf(aanbod, whereOf(aanbod, t, language), new Date())
    const done = save({ ...item, ...(notitie && { notitie }) })
    setFull(!done)
    if (done) announce(t('lijst.erop', { titel }))
    // So that the list can be read later without a connection.
    void router.preloadRoute({ to: '/mijn-lijst' })
  }

  return (
    <div className="sk-save sk-script">
      <button
        type="button"
        className="sk-save__button"
        aria-pressed={saved !== undefined}
        onClick={toggle}
      >
        <Bookmark className="sk-icon" />
        <span>
          {t(saved ? 'lijst.staatOp' : 'lijst.zetOp')}
          <span className="ams-visually-hidden">: {titel}</span>
        </span>
      </button>
      {full && <p role="alert">{t('lijst.vol')}</p>}
    </div>
  )
}
