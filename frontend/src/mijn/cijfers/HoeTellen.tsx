import { useTranslation } from '@/i18n'
import { Heading } from '@/components/ams'

export function HoeTellen({ drempel }: { drempel: number }) {
  const { t } = useTranslation()
  return (
    <section className="sk-cijfers__deel" aria-labelledby="tellen">
      <Heading level={2} id="tellen">
        {t('cijfers.tellen.kop')}
      </Heading>
      <p>{t('cijfers.tellen.uitleg')}</p>
      <p>{t('cijfers.tellen.weinig', { drempel })}</p>
    </section>
  )
}
