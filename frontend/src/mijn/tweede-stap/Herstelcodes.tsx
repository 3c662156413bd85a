import { useEffect, useRef } from 'react'
import { useTranslation } from '@/i18n'
import { Button, Heading, Paragraph } from '@/components/ams'
import { Notice } from '@/components/Notice'

interface Props {
  codes: string[]
  onKept: () => void
}

/** Recovery codes, which nobody can show again: to keep as a file or on paper. */
export function Herstelcodes({ codes, onKept }: Props) {
  const { t } = useTranslation()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // The form that was sent is gone.
    heading.current?.focus()
  }, [])
  const file = [t('tweedeStap.codes.kop'), '', ...codes, ''].join('\r\n')
  return (
    <section className="sk-herstelcodes">
      <Heading level={2} size="level-3" ref={heading} tabIndex={-1}>
        {t('tweedeStap.codes.titel')}
      </Heading>
      <Paragraph>{t('tweedeStap.codes.waarom')}</Paragraph>
      <Notice kind="attention">
        <p>{t('tweedeStap.codes.eenKeer')}</p>
      </Notice>
      <ol>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p className="sk-herstelcodes__ways">
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(file)}`}
          download={t('tweedeStap.codes.bestand')}
          className="ams-button ams-button--secondary"
        >
          {t('tweedeStap.codes.download')}
        </a>
        <Button
          variant="secondary"
          onClick={() => {
            window.print()
          }}
        >
          {t('tweedeStap.codes.print')}
        </Button>
        <Button onClick={onKept}>{t('tweedeStap.codes.bewaard')}</Button>
      </p>
    </section>
  )
}
