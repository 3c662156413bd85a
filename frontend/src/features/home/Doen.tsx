import { Link } from '@tanstack/react-router'
import { HandHeart } from 'lucide-react'
import { useTranslation } from '@/i18n'
import { Heading } from '@/components/ams'
import { useLabels } from '@/lib/wording/labels'

const TIJDEN = ['af-en-toe', 'uur', 'dagdeel'] as const

/** Beside looking for something: doing something, by the time that somebody has. */
export function Doen() {
  const { t } = useTranslation()
  const labelOf = useLabels()
  return (
    <section aria-labelledby="doen" className="sk-hero__doen">
      <Heading level={2} id="doen" size="level-3">
        {t('home.doen')}
      </Heading>
      <p>{t('home.doenUitleg')}</p>
      <ul className="sk-hero__times">
        {TIJDEN.map((tijd) => (
          <li key={tijd}>
            <Link to="/ik-wil-iets-doen" search={{ tijd }}>
              {labelOf('inzet', tijd)}
            </Link>
          </li>
        ))}
      </ul>
      <Link to="/ik-wil-iets-doen" className="sk-hero__choose">
        <HandHeart className="sk-icon" />
        {t('home.doenKies')}
      </Link>
    </section>
  )
}
