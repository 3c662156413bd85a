import { useTranslation, type TextKey } from '@/i18n'
import type { LogboekRegel } from '@/lib/api/types'
import { localTime } from '@/lib/dates/localTime'
import { digits } from '@/lib/dates/speakTime'
import { spell } from './logboek'

/** One act: when, who, what to what, and what it was before. */
export function Regel({ regel }: { regel: LogboekRegel }) {
  const { t } = useTranslation()
  const { op, wie, onderwerp, handeling, naam, onderwerpId, wijze, wijzigingen } = regel
  // Rooms that come later may write down what this page has no word for; then it shows theirs.
  const named = (key: string, code: string) => {
    const text = t(key as TextKey)
    return text === key ? code.replaceAll('-', ' ') : text
  }
  const way = wijze && wijze in WAYS ? t(`mijn.logboek.wijze.${wijze as Way}`) : undefined
  return (
    <li className="sk-regel">
      <time dateTime={op} className="sk-regel__time">
        {digits(localTime(new Date(op)), t)}
      </time>
      <div className="sk-regel__words">
        <p>
          <strong>{naam ?? onderwerpId}</strong>
          <span className="sk-regel__act">
            {t('mijn.logboek.regel', {
              onderwerp: named(`mijn.logboek.soort.${onderwerp}`, onderwerp),
              handeling: named(`mijn.logboek.handeling.${handeling}`, handeling),
            })}
          </span>
        </p>
        <p className="sk-small sk-muted">
          {wie ? (wie.naam ?? t('mijn.logboek.weg')) : t('mijn.logboek.niemand')}
          {wie?.rol && wie.rol !== 'lid' && `, ${wie.rol}`}
          {way && `, ${way}`}
        </p>
        {wijzigingen.length > 0 && <Changes wijzigingen={wijzigingen} />}
      </div>
    </li>
  )
}

const WAYS = { mail: true, telefoon: true, bron: true }
type Way = keyof typeof WAYS

function Changes({ wijzigingen }: Pick<LogboekRegel, 'wijzigingen'>) {
  const { t } = useTranslation()
  const empty = <span className="sk-muted">{t('mijn.logboek.leeg')}</span>
  return (
    <details className="sk-regel__changes">
      <summary>{t('mijn.logboek.wijzigingen', { count: wijzigingen.length })}</summary>
      <dl>
        {wijzigingen.map(({ veld, van, naar }) => (
          <div key={veld}>
            <dt>{veld}</dt>
            <dd>
              <span className="sk-regel__label sk-small sk-muted">{t('mijn.logboek.eerst')}</span>
              {spell(van) ?? empty}
            </dd>
            <dd>
              <span className="sk-regel__label sk-small sk-muted">{t('mijn.logboek.nu')}</span>
              {spell(naar) ?? empty}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
