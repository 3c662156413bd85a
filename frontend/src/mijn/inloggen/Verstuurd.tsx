import { useEffect, useRef } from 'react'
import { useTranslation } from '@/i18n'
import { Button, Heading, Paragraph } from '@/components/ams'
import { Notice } from '@/components/Notice'
import { useIsDemo } from '@/lib/api/isDemo'
import { Link } from '../Link'

interface Props {
  /** What is said: to whom it went, how long it works, and what one can do when it does not come. */
  says: { titel: string; verstuurd: string; geldig: string; opnieuw: string }
  onAgain: () => void
}

/** A link is on its way by mail; in a demo it can be read here. */
export function Verstuurd({ says, onAgain }: Props) {
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
        {says.titel}
      </Heading>
      <Paragraph>{says.verstuurd}</Paragraph>
      <Paragraph>{says.geldig}</Paragraph>
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
        {says.opnieuw}
      </Button>
    </section>
  )
}
