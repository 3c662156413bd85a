import { useTranslation } from '@/i18n'
import { Heading } from '@/components/ams'
import type { MaandBereik } from '@/lib/api/types'
import { useWording } from './cijfers'
import { Staafjes } from './Staafjes'
import { Tabel } from './Tabel'

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
    <Tabel
      id="maanden"
      titel={t('cijfers.verloop.tabel')}
      kolom={t('cijfers.verloop.kolom')}
      rijen={maanden.map((one) => ({ key: one.maand, kop: say.maand(one.maand), getallen: one }))}
    />
  )
}
