import { useEffect, useRef } from 'react'
import { useTranslation } from '@/i18n'
import { Button, Heading, Paragraph } from '@/components/ams'
import { Link } from '../Link'
import type { Ingediend as What } from './Klaar'

/** What became of it, and what somebody may do next. */
export function Ingediend({
  what: { uitkomst, slug },
  onAgain,
}: {
  what: What
  onAgain: () => void
}) {
  const { t } = useTranslation()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // The button that was pressed is gone, with all of the page.
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
    document.title = t(`bewerk.klaar.${uitkomst}`)
  }, [t, uitkomst])
  return (
    <div className="sk-container sk-mijn">
      <Heading level={1} ref={heading} tabIndex={-1}>
        {t(`bewerk.klaar.${uitkomst}`)}
      </Heading>
      <Paragraph>{t(`bewerk.klaar.${uitkomst}Uitleg`)}</Paragraph>
      <p className="sk-bewerk__next">
        <Link to="/mijn" className="ams-button ams-button--primary">
          {t('bewerk.terug')}
        </Link>
        {uitkomst === 'gepubliceerd' && (
          <a href={`/aanbod/${slug}`} className="ams-button ams-button--secondary">
            {t('bewerk.klaar.bekijk')}
          </a>
        )}
        <Button variant="tertiary" onClick={onAgain}>
          {t('bewerk.klaar.verder')}
        </Button>
      </p>
    </div>
  )
}
