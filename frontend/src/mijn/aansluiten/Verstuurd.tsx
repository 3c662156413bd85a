import { useEffect, useRef } from 'react'
import { useTranslation } from '@/i18n'
import { Button, Heading, Paragraph } from '@/components/ams'
import { Notice } from '@/components/Notice'
import { useIsDemo } from '@/lib/api/isDemo'
import { Link } from '../Link'

interface Props {
  email: string
  minuten: number
  onAgain: () => void
}

/** The link is on its way; what was filled in is still there for who mistyped their address. */
export function Verstuurd({ email, minuten, onAgain }: Props) {
  const { t } = useTranslation()
  const isDemo = useIsDemo()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // The button that was pressed is gone.
    heading.current?.focus()
  }, [])
  return (
    <section className="sk-form">
      <Heading level={2} size="level-3" ref={heading} tabIndex={-1}>
        {t('aansluiten.kijk')}
      </Heading>
      <Paragraph>{t('aansluiten.verstuurd', { email })}</Paragraph>
      <Paragraph>{t('aansluiten.geldig', { minuten })}</Paragraph>
      {isDemo && (
        <Notice>
          <p>{t('mijn.link.demo')}</p>
          <p>
            <Link to="/mijn/demo-berichten" className="ams-link sk-read-mail">
              {t('mijn.link.leesMail')}
            </Link>
          </p>
        </Notice>
      )}
      <Button variant="secondary" onClick={onAgain}>
        {t('aansluiten.anderAdres')}
      </Button>
    </section>
  )
}
