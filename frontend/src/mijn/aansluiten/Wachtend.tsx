import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/mijnAansluiten.json'
import { Button } from '@/components/ams'
import { Notice } from '@/components/Notice'
import { announce } from '@/lib/navigation/announce'
import { Link } from '../Link'
import { useEigenVerzoeken, useWithdraw } from './aansluiten'
import './aansluiten.css'

alsoSay(texts)

/** Below what somebody looks after: what they asked and nobody decided, and the way to ask more. */
export function Wachtend() {
  const { t } = useTranslation()
  const { data } = useEigenVerzoeken()
  const { mutate, isPending, isError } = useWithdraw()
  return (
    <>
      {data?.resultaten.map(({ organisatie }) => (
        <Notice key={organisatie.id}>
          <p id={`wacht-${organisatie.id}`}>
            {t('aansluiten.wachtend', { naam: organisatie.naam })}
          </p>
          <Button
            variant="secondary"
            aria-disabled={isPending}
            aria-describedby={`wacht-${organisatie.id}`}
            onClick={() => {
              if (isPending) return
              mutate(organisatie.id, {
                onSuccess: () => {
                  announce(t('aansluiten.ingetrokken'))
                },
              })
            }}
          >
            {t('aansluiten.trekIn')}
          </Button>
        </Notice>
      ))}
      <div role="alert">
        {isError && (
          <Notice kind="wrong">
            <p>{t('aansluiten.mislukt')}</p>
          </Notice>
        )}
      </div>
      <p>
        <Link to="/mijn/aansluiten" className="ams-link sk-read-mail">
          {t('aansluiten.nogEen')}
        </Link>
      </p>
    </>
  )
}
