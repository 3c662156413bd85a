import { useLocation } from '@tanstack/react-router'
import { ChevronDown, Languages } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from '@/i18n'
import { LANGUAGES, withLanguage } from '@/i18n/languages'
import { useHydrated } from '@/lib/navigation/useHydrated'
import './LanguageMenu.css'

/**
 * The same page in another language, each called what its own speakers call it. These are plain
 * links in a disclosure of the browser's own, so that they work without JavaScript too.
 */
export function LanguageMenu() {
  const { t, code: current } = useTranslation()
  const { pathname, searchStr, hash } = useLocation()
  // A list that somebody sent stands there; the server never sees it.
  const fragment = useHydrated() && hash ? `#${hash}` : ''
  const menu = useClosingMenu()
  return (
    <details ref={menu} className="sk-languages">
      <summary>
        <Languages className="sk-icon" />
        <span className="ams-visually-hidden">{t('site.taal')}</span>{' '}
        <span className="sk-languages__name">
          {LANGUAGES.find(({ code }) => code === current)?.name}
        </span>
        <span className="sk-languages__code">{current}</span>
        <ChevronDown className="sk-icon sk-languages__turn" />
      </summary>
      <ul className="sk-languages__list">
        {LANGUAGES.map(({ code, name, dir }) => (
          <li key={code}>
            <a
              href={withLanguage(code, pathname) + searchStr + fragment}
              hrefLang={code}
              lang={code}
              dir={dir}
              aria-current={code === current ? 'true' : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Closes on Escape, which gives the focus back, and when a visitor goes elsewhere on the page. */
function useClosingMenu() {
  const menu = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    function onElsewhere({ target }: Event) {
      if (menu.current?.open && !menu.current.contains(target as Node)) menu.current.open = false
    }
    function onKey({ key }: KeyboardEvent) {
      if (key !== 'Escape' || !menu.current?.open) return
      const hadFocus = menu.current.contains(document.activeElement)
      menu.current.open = false
      if (hadFocus) menu.current.querySelector('summary')?.focus()
    }
    document.addEventListener('pointerdown', onElsewhere)
    document.addEventListener('focusin', onElsewhere)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', onElsewhere)
      document.removeEventListener('focusin', onElsewhere)
      document.removeEventListener('keydown', onKey)
    }
  }, [])
  return menu
}
