import { Link, useMatchRoute } from '@tanstack/react-router'
import { Bookmark, CalendarDays, Search } from 'lucide-react'
import { useTranslation } from '@/i18n'
import { Band } from '@/components/Band'
import { Patchwork } from '@/components/Patchwork'
import { useBewaarlijst } from '@/lib/bewaarlijst/bewaarlijst'
import { config } from '@/lib/config'
import { LanguageMenu } from './LanguageMenu'

/** The top of the band. Home and results continue the band with their own search box below it. */
export function Header() {
  const { t } = useTranslation()
  const matches = useMatchRoute()
  const aantal = useBewaarlijst().length
  const continues = Boolean(matches({ to: '/' })) || Boolean(matches({ to: '/zoeken' }))
  return (
    <header className="sk-header sk-on-band">
      <Band pattern={!continues}>
        <div className="sk-header__row">
          <Link to="/" className="sk-header__home">
            {config.beeldmerk ? (
              <img src={config.beeldmerk} alt="" className="sk-header__sign" />
            ) : (
              <Patchwork className="sk-header__sign" />
            )}
            <span>{t('site.naam', { gemeente: config.gemeente })}</span>
          </Link>
          <nav className="sk-header__nav" aria-label={t('site.menu')}>
            <ul className="sk-header__links">
              <li>
                <Link to="/zoeken" activeOptions={{ includeSearch: false }}>
                  <Search className="sk-icon" />
                  <span className="sk-header__word">{t('site.zoeken')}</span>
                </Link>
              </li>
              <li>
                <Link to="/agenda" activeOptions={{ includeSearch: false }}>
                  <CalendarDays className="sk-icon" />
                  <span className="sk-header__word">{t('site.agenda')}</span>
                </Link>
              </li>
              <li>
                <Link to="/mijn-lijst" className="sk-header__list">
                  <Bookmark className="sk-icon" />
                  {aantal > 0 ? t('lijst.titelMet', { aantal }) : t('lijst.titel')}
                </Link>
              </li>
              {/* On a small screen the footer has this link. */}
              <li className="sk-header__about">
                <Link to="/over">{t('site.over')}</Link>
              </li>
            </ul>
            <LanguageMenu />
          </nav>
        </div>
      </Band>
    </header>
  )
}
