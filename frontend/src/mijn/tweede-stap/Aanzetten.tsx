import { useEffect, useRef } from 'react'
import { useTranslation } from '@/i18n'
import { Button, Heading, Paragraph } from '@/components/ams'
import { Notice } from '@/components/Notice'
import { QrCode } from '@/components/QrCode'
import type { TweedeStapBegin } from '@/lib/api/types'
import { BewijsForm } from './BewijsForm'
import { faultOf, useBegin, useGetCodes } from './tweedeStap'

interface Props {
  onCodes: (codes: string[]) => void
}

/** Turning it on: an app gets the secret, and its first code shows that it has it. */
export function Aanzetten({ onCodes }: Props) {
  const { t } = useTranslation()
  const { mutate, data, isPending, error, reset } = useBegin()
  const fault = error && faultOf(error)
  if (data) return <Steps begin={data} onCodes={onCodes} onCancel={reset} />
  return (
    <>
      <div role="alert">
        {fault && (
          <Notice kind="wrong">
            <p>{typeof fault === 'string' ? t(fault) : fault.said}</p>
          </Notice>
        )}
      </div>
      <Button
        aria-disabled={isPending}
        onClick={() => {
          if (!isPending) mutate()
        }}
      >
        {t(isPending ? 'tweedeStap.bezig' : 'tweedeStap.zetAan')}
      </Button>
    </>
  )
}

function Steps({
  begin,
  onCodes,
  onCancel,
}: Props & { begin: TweedeStapBegin; onCancel: () => void }) {
  const { t } = useTranslation()
  const first = useRef<HTMLHeadingElement>(null)
  const confirm = useGetCodes('bevestigingen')
  useEffect(() => {
    // The button that was pressed is gone.
    first.current?.focus()
  }, [])
  return (
    <ol className="sk-stappen">
      <li>
        <Heading level={2} size="level-4" ref={first} tabIndex={-1}>
          {t('tweedeStap.app')}
        </Heading>
        <Paragraph>{t('tweedeStap.appUitleg')}</Paragraph>
      </li>
      <li>
        <Heading level={2} size="level-4">
          {t('tweedeStap.scan')}
        </Heading>
        <Paragraph>{t('tweedeStap.scanUitleg')}</Paragraph>
        <QrCode address={begin.adres} label={t('tweedeStap.qr')} />
        <a href={begin.adres} className="ams-link sk-read-mail">
          {t('tweedeStap.zelfdeApparaat')}
        </a>
        <Paragraph>{t('tweedeStap.typ')}</Paragraph>
        <code className="sk-geheim">{begin.geheim}</code>
      </li>
      <li>
        <Heading level={2} size="level-4">
          {t('tweedeStap.bevestig')}
        </Heading>
        <BewijsForm
          knop={t('tweedeStap.bevestigKnop')}
          busy={confirm.isPending}
          error={confirm.error}
          onSend={(bewijs, onError) => {
            confirm.mutate(bewijs, {
              onError,
              onSuccess: ({ herstelcodes }) => {
                onCodes(herstelcodes)
              },
            })
          }}
        />
        <Button variant="tertiary" onClick={onCancel}>
          {t('tweedeStap.annuleer')}
        </Button>
      </li>
    </ol>
  )
}
