import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/toegankelijkheid.json'
import { Heading, Paragraph, UnorderedList } from '@/components/ams'
import { Notice } from '@/components/Notice'
import { PageHeading } from '@/components/PageHeading'
import { useIsDemo } from '@/lib/api/isDemo'
import { config } from '@/lib/config'
import { formatDay } from '@/lib/dates/localTime'
import { LastReport } from './LastReport'
import './Toegankelijkheid.css'

alsoSay(texts)

const DONE = [
  'toetsen',
  'voorlezen',
  'groot',
  'kleuren',
  'beweging',
  'zonderScript',
  'kaart',
] as const

/** The accessibility statement: what the municipality says about it, and what our tests found. */
export function ToegankelijkheidPage() {
  const { t, language } = useTranslation()
  const isDemo = useIsDemo()
  const { status, datum, email, register, onderzoek } = config.toegankelijkheid
  return (
    <div className="sk-container sk-toegankelijk">
      <PageHeading title={t('toegankelijk.titel')}>{t('toegankelijk.kop')}</PageHeading>
      {isDemo && (
        <Notice>
          <p>
            <strong>{t('demo.voorbeeld')}</strong> {t('toegankelijk.demo')}
          </p>
        </Notice>
      )}
      <section className="sk-toegankelijk__part">
        <Heading level={2} size="level-3">
          {t('toegankelijk.status.titel')}
        </Heading>
        <Paragraph>{t('toegankelijk.status.wet')}</Paragraph>
        <p className="sk-toegankelijk__status">
          <span className="sk-toegankelijk__letter">{status}</span>
          <span>
            <strong>{t(`toegankelijk.status.namen.${status}`)}</strong>
            <br />
            {t(`toegankelijk.status.uitleg.${status}`)}
          </span>
        </p>
        <p className="sk-muted">
          {t('toegankelijk.status.sinds', { dag: formatDay(datum, language, A_DATE) })}
        </p>
        {register && <Way to={register}>{t('toegankelijk.status.register')}</Way>}
        {onderzoek && <Way to={onderzoek}>{t('toegankelijk.status.onderzoek')}</Way>}
      </section>
      <LastReport />
      <section className="sk-toegankelijk__part">
        <Heading level={2} size="level-3">
          {t('toegankelijk.gedaan.titel')}
        </Heading>
        <UnorderedList>
          {DONE.map((part) => (
            <UnorderedList.Item key={part}>{t(`toegankelijk.gedaan.${part}`)}</UnorderedList.Item>
          ))}
        </UnorderedList>
      </section>
      <section className="sk-toegankelijk__part">
        <Heading level={2} size="level-3">
          {t('toegankelijk.contact.titel')}
        </Heading>
        <Paragraph>{t('toegankelijk.contact.tekst', { gemeente: config.gemeente })}</Paragraph>
        <Way to={`mailto:${email}`}>{email}</Way>
        <Paragraph>{t('toegankelijk.contact.klacht')}</Paragraph>
        <Way to="https://www.nationaleombudsman.nl">{t('toegankelijk.contact.ombudsman')}</Way>
      </section>
    </div>
  )
}

const A_DATE = { day: 'numeric', month: 'long', year: 'numeric' } as const

function Way({ to, children }: { to: string; children: string }) {
  return (
    <p>
      <a href={to} className="ams-link sk-toegankelijk__way">
        {children}
      </a>
    </p>
  )
}
