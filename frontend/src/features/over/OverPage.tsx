import { Link } from '@tanstack/react-router'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/over.json'
import { Heading, Paragraph } from '@/components/ams'
import { Notice } from '@/components/Notice'
import { PageHeading } from '@/components/PageHeading'
import { useIsDemo } from '@/lib/api/isDemo'
import { config } from '@/lib/config'
import { EraseSeen } from './EraseSeen'
import './OverPage.css'

alsoSay(texts)

const PARTS = [
  'wat',
  'gegevens',
  'volgorde',
  'privacy',
  'tellen',
  'bekeken',
  'organisaties',
  'grenzen',
] as const

export function OverPage() {
  const { t } = useTranslation()
  const isDemo = useIsDemo()
  const place = { gemeente: config.gemeente }
  return (
    <div className="sk-container sk-over">
      <PageHeading title={t('over.titel')}>{t('over.kop', place)}</PageHeading>
      {PARTS.map((part) => (
        <section key={part} className="sk-over__part">
          <Heading level={2} size="level-3">
            {t(`over.${part}.titel`)}
          </Heading>
          <Paragraph>{t(`over.${part}.tekst`, place)}</Paragraph>
          {part === 'bekeken' && <EraseSeen />}
          {part === 'organisaties' && (
            <p>
              <a href="/mijn/aansluiten" className="ams-link sk-over__in">
                {t('over.organisaties.meldAan')}
              </a>
              <br />
              <a href="/mijn" className="ams-link sk-over__in">
                {t('over.organisaties.logIn')}
              </a>
            </p>
          )}
        </section>
      ))}
      {isDemo && (
        <Notice>
          <p>
            <strong>{t('demo.voorbeeld')}</strong> {t('demo.verzonnen')}
          </p>
        </Notice>
      )}
      <p>
        <Link to="/zoeken" className="ams-button ams-button--primary">
          {t('over.zoeken')}
        </Link>
      </p>
    </div>
  )
}
