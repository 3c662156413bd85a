import { useTranslation } from '@/i18n'
import { Paragraph } from '@/components/ams'
import { PageHeading } from '@/components/PageHeading'
import { LogInMelding } from '../medewerkers/LogInMelding'
import { StaffLogIn } from '../medewerkers/StaffLogIn'
import { Link } from '../Link'
import { AskLink } from './AskLink'
import { PasswordForm } from './PasswordForm'
import '../page.css'

/** The way in, at the address that somebody asked for. */
export function LoginPage() {
  const { t } = useTranslation()
  return (
    <div className="sk-container sk-mijn">
      <PageHeading title={t('mijn.logIn')}>{t('mijn.logIn')}</PageHeading>
      <LogInMelding />
      <Paragraph>{t('mijn.logInUitleg')}</Paragraph>
      <AskLink />
      <details className="sk-other-way">
        <summary>{t('mijn.metWachtwoord')}</summary>
        <PasswordForm />
      </details>
      <StaffLogIn />
      <section className="sk-form">
        <Paragraph>{t('mijn.nogNiet')}</Paragraph>
        <Link to="/mijn/aansluiten" className="ams-link sk-read-mail">
          {t('mijn.meldAan')}
        </Link>
      </section>
    </div>
  )
}
