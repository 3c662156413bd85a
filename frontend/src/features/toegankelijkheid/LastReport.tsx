import { useTranslation } from '@/i18n'
import { Heading, Paragraph } from '@/components/ams'
import { formatDay } from '@/lib/dates/localTime'
import report from './rapport.json'

/** The last automated test as it came out; written by npm run toegankelijk, never by hand. */
export function LastReport() {
  const { t, language } = useTranslation()
  const list = new Intl.ListFormat(language)
  const facts = {
    datum: formatDay(report.datum, language, { day: 'numeric', month: 'long', year: 'numeric' }),
    schermen: String(report.schermen),
    breedtes: list.format(report.breedtes.map(String)),
    controles: String(report.controles),
    regels: String(report.regels),
    programmas: list.format(report.programmas),
    fouten: String(report.fouten),
  }
  return (
    <section className="sk-toegankelijk__part" aria-labelledby="laatste-controle">
      <Heading level={2} size="level-3" id="laatste-controle">
        {t('toegankelijk.controle.titel')}
      </Heading>
      <Paragraph>{t('toegankelijk.controle.tekst')}</Paragraph>
      <dl className="sk-toegankelijk__facts">
        {(Object.keys(facts) as (keyof typeof facts)[]).map((fact) => (
          <div key={fact}>
            <dt>{t(`toegankelijk.controle.${fact}`)}</dt>
            <dd>{facts[fact]}</dd>
          </div>
        ))}
      </dl>
      <Paragraph>{t('toegankelijk.controle.grens')}</Paragraph>
    </section>
  )
}
