import { Link } from '@tanstack/react-router'
import { ChevronDown, History } from 'lucide-react'
import { useRef } from 'react'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/zoekvak.json'
import { Button, Checkbox } from '@/components/ams'
import { eraseRecent, setRemembering, useRecent } from '@/lib/recent/recent'
import './RecentSearches.css'

alsoSay(texts)

/** Whether to remember what somebody searches for, what that is, and how to erase it. */
export function RecentSearches() {
  const { t } = useTranslation()
  const { on, questions } = useRecent()
  const panel = useRef<HTMLDivElement>(null)
  return (
    <details className="sk-recent sk-script">
      <summary>
        <History className="sk-icon" />
        {t('recent.titel')}
        <ChevronDown className="sk-icon sk-recent__turn" />
      </summary>
      <div ref={panel} tabIndex={-1} className="sk-recent__panel">
        <Checkbox
          checked={on}
          onChange={() => {
            setRemembering(!on)
          }}
        >
          {t('recent.onthoud')}
        </Checkbox>
        <p className="sk-small sk-muted">{t('recent.uitleg')}</p>
        {questions.length > 0 && (
          <>
            <ul className="sk-recent__list">
              {questions.map((q) => (
                <li key={q}>
                  <Link to="/zoeken" search={{ q }} className="ams-link">
                    {q}
                  </Link>
                </li>
              ))}
            </ul>
            <Button
              variant="secondary"
              onClick={() => {
                eraseRecent()
                // The button goes; the focus stays near.
                panel.current?.focus({ preventScroll: true })
              }}
            >
              {t('recent.wis')}
            </Button>
          </>
        )}
        <p role="status" className="sk-small">
          {on && questions.length === 0 && t('recent.leeg')}
        </p>
      </div>
    </details>
  )
}
