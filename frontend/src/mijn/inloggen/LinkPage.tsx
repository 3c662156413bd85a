import { useLocation } from '@tanstack/react-router'
import { useTranslation } from '@/i18n'
import { Button, Paragraph } from '@/components/ams'
import { Notice } from '@/components/Notice'
import { PageHeading } from '@/components/PageHeading'
import { ApiProblem, ServerUnreachable } from '@/lib/api/errors'
import { requestHeadingFocus } from '@/lib/navigation/headingFocus'
import { Link } from '../Link'
import { useSessie } from '../sessie/sessie'
import { useGo } from '../useGo'
import { AskLink } from './AskLink'
import { LoginPage } from './LoginPage'
import { isWhole, useLogIn } from './useLogIn'
import '../page.css'

/**
 * Where the link in a mail leads. Only the press of the button uses it up: mail programs that look
 * at what is behind a link, to see whether it is safe, do not.
 */
export function LinkPage() {
  const { t } = useTranslation()
  const go = useGo()
  const token = useLocation({ select: ({ hash }) => hash })
  const { data: sessie } = useSessie()
  const { mutate, isPending, isSuccess, error } = useLogIn()

  if (error instanceof ApiProblem && REFUSED.includes(error.status)) return <SpentLink />
  if (!token && !isSuccess) return sessie ? <AlreadyIn /> : <LoginPage />
  return (
    <div className="sk-container sk-mijn">
      <PageHeading title={t('mijn.logIn')}>{t('mijn.link.welkom')}</PageHeading>
      <Paragraph>{t('mijn.link.druk')}</Paragraph>
      {error && (
        <div role="alert">
          <Notice kind="wrong">
            <p>{t(faultOf(error))}</p>
          </Notice>
        </div>
      )}
      <Button
        aria-disabled={isPending}
        onClick={() => {
          if (isPending) return
          mutate(
            { token },
            {
              // In the place of this page, so that nobody comes back to a link that is used up.
              onSuccess: (answer) => {
                go({ to: isWhole(answer) ? '/mijn' : '/mijn/inloggen/code', replace: true })
              },
              onError: requestHeadingFocus,
            },
          )
        }}
      >
        {t(isPending ? 'mijn.bezigIn' : 'mijn.logIn')}
      </Button>
    </div>
  )
}

const REFUSED = [400, 401]

function AlreadyIn() {
  const { t } = useTranslation()
  return (
    <div className="sk-container sk-mijn">
      <PageHeading title={t('mijn.logIn')}>{t('mijn.link.alIngelogd')}</PageHeading>
      <ToListings />
    </div>
  )
}

/** Used, too old, replaced by a newer one or cut off by the mail program: it is all the same. */
function SpentLink() {
  const { t } = useTranslation()
  const { data: sessie } = useSessie()
  return (
    <div className="sk-container sk-mijn">
      <PageHeading title={t('mijn.link.werktNiet')}>{t('mijn.link.werktNiet')}</PageHeading>
      <Paragraph>{t('mijn.link.waarom')}</Paragraph>
      {sessie ? (
        <>
          <Paragraph>{t('mijn.link.nogIngelogd')}</Paragraph>
          <ToListings />
        </>
      ) : (
        <>
          <Paragraph>{t('mijn.link.vraagNieuwe')}</Paragraph>
          <AskLink knop="mijn.link.nieuw" />
        </>
      )}
    </div>
  )
}

function ToListings() {
  const { t } = useTranslation()
  return (
    <p>
      <Link to="/mijn" className="ams-button ams-button--primary">
        {t('mijn.link.naarAanbod')}
      </Link>
    </p>
  )
}

function faultOf(error: Error) {
  if (error instanceof ServerUnreachable) return 'fout.onbereikbaarUitleg'
  if (error instanceof ApiProblem && error.status === 429) return 'mijn.fout.teVaak'
  return 'fout.mislukteUitleg'
}
