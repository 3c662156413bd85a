import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/mijnRedactie.json'
import { Link } from '../Link'
import { useSessie } from '../sessie/sessie'
import { isOnlyInWijken } from './redactie'
import './redactie.css'

alsoSay(texts)

/** The parts of the work of the redactie. */
export function RedactieNav() {
  const { t } = useTranslation()
  const { data: sessie } = useSessie()
  return (
    <nav aria-label={t('redactie.onderdelen')} className="sk-redactie-nav">
      <ul>
        <li>
          <Link to="/mijn/redactie" activeOptions={{ exact: true, includeSearch: false }}>
            {t('redactie.beoordelen')}
          </Link>
        </li>
        <li>
          <Link to="/mijn/redactie/achteraf">{t('redactie.achteraf')}</Link>
        </li>
        {sessie && !isOnlyInWijken(sessie) && (
          <>
            <li>
              <Link to="/mijn/redactie/dubbel">{t('redactie.dubbel')}</Link>
            </li>
            <li>
              <Link to="/mijn/redactie/aanmeldingen">{t('redactie.aanmeldingen')}</Link>
            </li>
            <li>
              <Link to="/mijn/redactie/bellen">{t('redactie.bellen')}</Link>
            </li>
            <li>
              <Link to="/mijn/redactie/versheid">{t('redactie.versheid')}</Link>
            </li>
          </>
        )}
        {sessie?.rol === 'beheer' && (
          <>
            <li>
              <Link to="/mijn/beheer/accounts">{t('redactie.accounts')}</Link>
            </li>
            <li>
              <Link to="/mijn/beheer/logboek">{t('redactie.logboek')}</Link>
            </li>
          </>
        )}
      </ul>
    </nav>
  )
}
