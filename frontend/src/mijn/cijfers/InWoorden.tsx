import { useTranslation } from '@/i18n'
import { Heading } from '@/components/ams'
import type { MaandBereik } from '@/lib/api/types'
import { TIKKEN, useWording } from './cijfers'

interface Props {
  bereik: MaandBereik
  /** The month before, when it was counted. */
  vorige: MaandBereik | undefined
  loopt: boolean
}

/** What a month brought, as one would tell it; beside it the month before, without a judgement. */
export function InWoorden({ bereik, vorige, loopt }: Props) {
  const { t } = useTranslation()
  const say = useWording()
  const used = TIKKEN.filter((soort) => bereik[soort].aantal !== 0)
  const maand = say.maand(bereik.maand)
  return (
    <section className="sk-cijfers__deel" aria-labelledby="in-woorden">
      <Heading level={2} id="in-woorden">
        {t('cijfers.zin.kop')}
      </Heading>
      {loopt && <p>{t('cijfers.zin.loopt')}</p>}
      <p className="sk-cijfers__zin">
        {t('cijfers.zin.getoond', { maand, keer: say.keer(bereik.getoond) })}{' '}
        {t('cijfers.zin.geopend', { keer: say.keer(bereik.geopend) })}
      </p>
      {used.length === 0 ? (
        <p>{t('cijfers.zin.niemand')}</p>
      ) : (
        <ul className="sk-cijfers__tikken">
          {used.map((soort) => (
            <li key={soort}>{t(`cijfers.tik.${soort}`, { keer: say.keer(bereik[soort]) })}</li>
          ))}
        </ul>
      )}
      {vorige && (
        <p className="sk-muted">
          {t('cijfers.zin.vorige', {
            maand: say.maand(vorige.maand),
            keer: say.keer(vorige.getoond),
          })}{' '}
          {t('cijfers.zin.geopend', { keer: say.keer(vorige.geopend) })}
        </p>
      )}
    </section>
  )
}
