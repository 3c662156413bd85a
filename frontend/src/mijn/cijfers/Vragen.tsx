import { useTranslation } from '@/i18n'
import { Heading } from '@/components/ams'
import type { MaandBereik } from '@/lib/api/types'
import { useWording } from './cijfers'

/** The questions that led to it, or that too few people asked the same. */
export function Vragen({ bereik, drempel }: { bereik: MaandBereik; drempel: number }) {
  const { t } = useTranslation()
  const say = useWording()
  const maand = say.maand(bereik.maand)
  return (
    <section className="sk-cijfers__deel" aria-labelledby="vragen">
      <Heading level={2} id="vragen">
        {t('cijfers.vragen.kop')}
      </Heading>
      {bereik.vragen.length === 0 ? (
        <p>{t('cijfers.vragen.geen', { maand, drempel })}</p>
      ) : (
        <>
          <p>{t('cijfers.vragen.uitleg', { maand })}</p>
          <ul className="sk-cijfers__tikken">
            {bereik.vragen.map(({ vraag, aantal }) => (
              <li key={vraag}>
                {t('cijfers.vragen.regel', { vraag, keer: say.keer({ aantal }) })}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
