import { useQuery } from '@tanstack/react-query'
import { ClipboardCheck, LogOut, Map as MapIcon, UserRound } from 'lucide-react'
import { useTranslation } from '@/i18n'
import { Band } from '@/components/Band'
import { Patchwork } from '@/components/Patchwork'
import { config } from '@/lib/config'
import { Link } from './Link'
import { isJudge, waitingQuery } from './redactie/redactie'
import { useSessie } from './sessie/sessie'
import { useLogOut } from './sessie/useLogOut'
import './Header.css'

/** Whose site it is, who is logged in, and the way out. */
export function Header() {
  const { t } = useTranslation()
  const { data: sessie } = useSessie()
  return (
    <header className="sk-header sk-on-band">
      <Band>
        <div className="sk-header__row">
          <Link to="/mijn" className="sk-header__home sk-mijn-header__home">
            {config.beeldmerk ? (
              <img src={config.beeldmerk} alt="" className="sk-header__sign" />
            ) : (
              <Patchwork className="sk-header__sign" />
            )}
            <span>
              {t('site.naam', { gemeente: config.gemeente })}
              <span className="sk-mijn-header__for">{t('mijn.voorWie')}</span>
            </span>
          </Link>
          <nav className="sk-header__nav" aria-label={t('site.menu')}>
            <ul className="sk-header__links">
              <li>
                <a href="/">
                  <MapIcon className="sk-icon" />
                  {t('mijn.naarDeKaart')}
                </a>
              </li>
              {sessie && isJudge(sessie) && <Staff />}
            </ul>
          </nav>
          {sessie && <Who naam={sessie.naam} />}
        </div>
      </Band>
    </header>
  )
}

/** The way to the work of the redactie, with how much of it waits. */
function Staff() {
  const { t } = useTranslation()
  const { data: count } = useQuery(waitingQuery)
  return (
    <li>
      <Link to="/mijn/redactie">
        <ClipboardCheck className="sk-icon" />
        <span>
          {t('staf.redactie')}
          {count ? ` (${t('staf.wacht', { count })})` : ''}
        </span>
      </Link>
    </li>
  )
}

function Who({ naam }: { naam: string }) {
  const { t } = useTranslation()
  const { mutate, isPending, isError } = useLogOut()
  return (
    <div className="sk-who">
      <Link to="/mijn/sessies" className="sk-who__name">
        <UserRound className="sk-icon" />
        <span>
          <span className="ams-visually-hidden">{t('mijn.ingelogdAls')} </span>
          {naam}
        </span>
      </Link>
      <button
        type="button"
        className="sk-who__out"
        aria-disabled={isPending}
        onClick={() => {
          if (!isPending) mutate()
        }}
      >
        <LogOut className="sk-icon" />
        {t(isPending ? 'mijn.bezigUit' : 'mijn.logUit')}
      </button>
      <p role="alert" className="sk-who__fault">
        {isError && t('mijn.nietUit')}
      </p>
    </div>
  )
}
