import { Link } from '@tanstack/react-router'
import { useTranslation } from '@/i18n'
import { Heading } from '@/components/ams'
import { useSituaties } from '@/lib/api/situaties'

const SHOWN = 8

/** What may happen in a life, as a way in; nothing at all where nobody wrote any. */
export function Situations() {
  const { t } = useTranslation()
  const situaties = useSituaties().data?.resultaten ?? []
  if (situaties.length === 0) return null
  return (
    <section aria-labelledby="situaties" className="sk-home__section">
      <Heading level={2} id="situaties">
        {t('home.situaties')}
      </Heading>
      <ul className="sk-situations">
        {situaties.slice(0, SHOWN).map(({ slug, titel }) => (
          <li key={slug} lang="nl">
            <Link to="/situaties/$slug" params={{ slug }} className="sk-situations__entry">
              {titel}
            </Link>
          </li>
        ))}
      </ul>
      <p>
        <Link to="/situaties" className="ams-link">
          {t('situaties.alle')}
        </Link>
      </p>
    </section>
  )
}
