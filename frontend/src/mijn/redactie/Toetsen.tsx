import { useTranslation, type TextKey } from '@/i18n'
import { setShortcuts, useHasShortcuts } from './shortcuts'

const KEYS = [
  ['j', 'redactie.toetsen.volgende'],
  ['k', 'redactie.toetsen.vorige'],
  ['a', 'redactie.toetsen.goed'],
  ['v', 'redactie.toetsen.vraag'],
  ['w', 'redactie.toetsen.afwijzen'],
  ['u', 'redactie.toetsen.terug'],
] as const satisfies readonly (readonly [string, TextKey])[]

/** Which keys do what, and whether they do. */
export function Toetsen() {
  const { t } = useTranslation()
  const on = useHasShortcuts()
  return (
    <details className="sk-toetsen">
      <summary>{t('redactie.toetsen.titel')}</summary>
      <ul>
        {KEYS.map(([key, words]) => (
          <li key={key}>
            <kbd>{key}</kbd> {t(words)}
          </li>
        ))}
      </ul>
      <label className="sk-toetsen__on">
        <input
          type="checkbox"
          checked={on}
          onChange={({ target: { checked } }) => {
            setShortcuts(checked)
          }}
        />
        {t('redactie.toetsen.aan')}
      </label>
    </details>
  )
}
