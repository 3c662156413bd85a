import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/mijnTweedeStap.json'
import { Paragraph } from '@/components/ams'
import { PageHeading } from '@/components/PageHeading'
import { ApiProblem } from '@/lib/api/errors'
import { requestHeadingFocus } from '@/lib/navigation/headingFocus'
import { AskLink } from '../inloggen/AskLink'
import { useGo } from '../useGo'
import { BewijsForm } from './BewijsForm'
import { useGiveCode } from './tweedeStap'
import '../page.css'

alsoSay(texts)

/**
 * The second step of logging in. An address of its own: whoever goes to the app on the same telephone
 * and comes back to a page that was loaded anew still finds the form.
 */
export function CodePage() {
  const { t } = useTranslation()
  const go = useGo()
  const { mutate, isPending, error } = useGiveCode()
  if (error instanceof ApiProblem && error.status === TOO_LATE) return <TooLate />
  return (
    <div className="sk-container sk-mijn">
      <PageHeading title={t('tweedeStap.inloggen.titel')}>
        {t('tweedeStap.inloggen.titel')}
      </PageHeading>
      <Paragraph>{t('tweedeStap.inloggen.uitleg')}</Paragraph>
      <BewijsForm
        orRecovery
        knop={t('mijn.logIn')}
        busy={isPending}
        error={error}
        onSend={(bewijs, onFail) => {
          mutate(bewijs, {
            onSuccess: () => {
              // Who had to use one sees how many are left, and how to go on.
              go({ to: bewijs.herstelcode ? '/mijn/tweede-stap' : '/mijn', replace: true })
            },
            onError: (fault) => {
              if (fault instanceof ApiProblem && fault.status === TOO_LATE) requestHeadingFocus()
              onFail()
            },
          })
        }}
      />
      <Paragraph>{t('tweedeStap.inloggen.kwijt')}</Paragraph>
    </div>
  )
}

const TOO_LATE = 401

function TooLate() {
  const { t } = useTranslation()
  return (
    <div className="sk-container sk-mijn">
      <PageHeading title={t('tweedeStap.inloggen.teLaat')}>
        {t('tweedeStap.inloggen.teLaat')}
      </PageHeading>
      <Paragraph>{t('tweedeStap.inloggen.teLaatUitleg')}</Paragraph>
      <AskLink knop="mijn.link.nieuw" />
    </div>
  )
}
