import { useLocation } from '@tanstack/react-router'
import { RotateCw, WifiOff } from 'lucide-react'
import { useTranslation } from '@/i18n'
import { ServerUnreachable } from '@/lib/api/errors'
import { Button, Heading, Paragraph } from './ams'
import './LoadError.css'

interface Props {
  error: Error
  onRetry: () => void
  busy?: boolean
}

/** Nothing could be fetched: says in plain words why, and offers to try again. */
export function LoadError({ error, onRetry, busy = false }: Props) {
  const { t } = useTranslation()
  const address = useLocation({ select: ({ publicHref }) => publicHref })
  const away = error instanceof ServerUnreachable
  return (
    <section className="sk-load-error" role="alert">
      <WifiOff className="sk-load-error__icon" />
      <Heading level={2} size="level-3">
        {t(away ? 'fout.onbereikbaar' : 'fout.mislukt')}
      </Heading>
      <Paragraph>{t(away ? 'fout.onbereikbaarUitleg' : 'fout.mislukteUitleg')}</Paragraph>
      <noscript>
        <a href={address} className="ams-button ams-button--primary">
          <RotateCw className="sk-icon" />
          {t('fout.opnieuw')}
        </a>
      </noscript>
      <Button onClick={onRetry} aria-disabled={busy} className="sk-script">
        <RotateCw className="sk-icon" />
        {t(busy ? 'fout.bezig' : 'fout.opnieuw')}
      </Button>
    </section>
  )
}
