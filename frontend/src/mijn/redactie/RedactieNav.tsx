import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/mijnRedactie.json'
import { Link } from '../Link'
import './redactie.css'

alsoSay(texts)

/** The parts of the work of the redactie. */
export function RedactieNav() {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('redactie.onderdelen')} className="sk-redactie-nav">
      <ul>
        <li>
          <Link to="/mijn/redactie" activeOptions={{ exact: true, includeSearch: false }}>
            {t('redactie.beoordelen')}
          </Link>
        </li>
        <li>
          <Link to="/mijn/redactie/dubbel">{t('redactie.dubbel')}</Link>
        </li>
        <li>
          <Link to="/mijn/redactie/aanmeldingen">{t('redactie.aanmeldingen')}</Link>
        </li>
      </ul>
    </nav>
  )
}
