import { useTranslation } from '@/i18n'
import { Heading } from '@/components/ams'
import type { MaandBereik } from '@/lib/api/types'
import { SOORTEN, useWording } from './cijfers'
import { Staafjes } from './Staafjes'

/** How it went: a small drawing of the last months, and every month in a table. */
export function Verloop({ maanden, tot }: { maanden: MaandBereik[]; tot: number }) {
  const { t } = useTranslation()
  return (
    <section className="sk-cijfers__deel" aria-labelledby="verloop">
      <Heading level={2} id="verloop">
        {t('cijfers.verloop.kop')}
      </Heading>
      {maanden.length === 1 ? (
        <p>{t('cijfers.verloop.later')}</p>
      ) : (
        <>
          <Staafjes maanden={maanden} tot={tot} />
          <Maanden maanden={maanden} />
        </>
      )}
    </section>
  )
}

function Maanden({ maanden }: { maanden: MaandBereik[] }) {
  const { t } = useTranslation()
  const say = useWording()
  return (
    // It can be wider than the screen, and then arrow keys have to move it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="sk-cijfers__scroll" role="region" aria-labelledby="maanden" tabIndex={0}>
      <table className="sk-cijfers__tabel">
        <caption id="maanden">{t('cijfers.verloop.tabel')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('cijfers.verloop.kolom')}</th>
            {SOORTEN.map((soort) => (
              <th key={soort} scope="col">
                {t(`cijfers.soort.${soort}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {maanden.map((one) => (
            <tr key={one.maand}>
              <th scope="row">{say.maand(one.maand)}</th>
              {SOORTEN.map((soort) => (
                <td key={soort}>{say.getal(one[soort])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
