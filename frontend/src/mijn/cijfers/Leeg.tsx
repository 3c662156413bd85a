import { useTranslation } from '@/i18n'
import { Heading, Paragraph } from '@/components/ams'
import type { Bereik } from '@/lib/api/types'
import { Link } from '../Link'
import { HoeTellen } from './HoeTellen'

/** Of something new there is nothing to tell yet; it says when there will be, and what helps. */
export function Leeg({ bereik: { aanbodId, slug, status, drempel } }: { bereik: Bereik }) {
  const { t } = useTranslation()
  const isPublic = status === 'gepubliceerd'
  return (
    <>
      <section className="sk-cijfers__deel" aria-labelledby="leeg">
        <Heading level={2} id="leeg">
          {t('cijfers.leeg.kop')}
        </Heading>
        <Paragraph>{t(isPublic ? 'cijfers.leeg.gepubliceerd' : 'cijfers.leeg.anders')}</Paragraph>
        {isPublic ? (
          <a href={`/aanbod/${slug}`} className="ams-link sk-cijfers__weg">
            {t('cijfers.leeg.bekijk')}
          </a>
        ) : (
          <Link
            to="/mijn/aanbod/$id"
            params={{ id: aanbodId }}
            className="ams-link sk-cijfers__weg"
          >
            {t('cijfers.leeg.bewerk')}
          </Link>
        )}
      </section>
      <HoeTellen drempel={drempel} />
    </>
  )
}
