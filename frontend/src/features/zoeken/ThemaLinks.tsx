import { Link } from '@tanstack/react-router'
import { useTranslation } from '@/i18n'
import { Dutch } from '@/components/Dutch'
import { Heading } from '@/components/ams'
import { useVocabularia } from '@/lib/api/vocabularia'
import { useZoeken } from '@/lib/api/zoeken'

/** Only the counts are wanted, so the smallest page of results will do. */
const COUNTS = { pageSize: 1 }

/** Every theme that leads somewhere, for whom words did not help. */
export function ThemaLinks() {
  const { t } = useTranslation()
  const themas = useVocabularia().data?.themas
  const counts = useZoeken(COUNTS).data?.facetten.thema
  if (!themas || !counts) return null
  return (
    <section className="sk-none__themas" aria-labelledby="onderwerpen">
      <Heading level={3} size="level-4" id="onderwerpen">
        {t('niets.onderwerpen')}
      </Heading>
      <ul className="sk-none__list">
        {themas
          .filter(({ code }) => counts[code])
          .map(({ code, label, lang }) => (
            <li key={code}>
              <Link to="/zoeken" search={{ thema: [code] }} className="ams-link">
                <Dutch when={lang === 'nl'}>{label}</Dutch>
              </Link>{' '}
              <span className="sk-filter__count">{counts[code]}</span>
            </li>
          ))}
      </ul>
    </section>
  )
}
