import { ChevronDown } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/gat.json'
import { Button, Heading } from '@/components/ams'
import type { Zoekresultaat } from '@/lib/api/types'
import { config } from '@/lib/config'
import type { Zoekvraag } from '@/lib/zoekvraag/zoekvraag'
import { gatOf } from './gat'
import { GatForm } from './GatForm'
import './MeldGat.css'

alsoSay(texts)

interface Props {
  vraag: Zoekvraag
  answer: Zoekresultaat
  headingLevel: 2 | 3
}

/**
 * Asks whoever found little to say what is not there. Not somebody who may be in danger: for them
 * the numbers to call are all that matters.
 */
export function MeldGat({ vraag, answer, headingLevel }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const [open, setOpen] = useState(false)
  // Once it was open it stays, folded away, with everything that was chosen.
  const [wasOpen, setWasOpen] = useState(false)
  const [reported, setReported] = useState<string | null>(null)
  useEffect(() => {
    // The button that was pressed is gone.
    if (reported !== null) heading.current?.focus()
  }, [reported])
  if (answer.noodhulp.length > 0) return null
  return (
    <section
      className="sk-gat sk-script"
      data-reported={reported === null ? undefined : true}
      aria-labelledby={`${id}-titel`}
    >
      <Heading
        level={headingLevel}
        size="level-4"
        id={`${id}-titel`}
        ref={heading}
        tabIndex={reported === null ? undefined : -1}
      >
        {t(reported === null ? 'gat.titel' : 'gat.dank')}
      </Heading>
      {reported === null && (
        <>
          <p>{t('gat.uitleg', { gemeente: config.gemeente })}</p>
          {answer.gedegradeerd && <p>{t('gat.gedegradeerd')}</p>}
          <Button
            variant="secondary"
            className="sk-gat__open"
            aria-expanded={open}
            aria-controls={wasOpen ? `${id}-vorm` : undefined}
            onClick={() => {
              setOpen(!open)
              setWasOpen(true)
            }}
          >
            {t('gat.open')}
            <ChevronDown className="sk-icon" />
          </Button>
          {wasOpen && (
            <div id={`${id}-vorm`} hidden={!open}>
              <GatForm start={gatOf(vraag, answer.begrepen)} onReported={setReported} />
            </div>
          )}
        </>
      )}
      {reported !== null && (
        <p>
          {t('gat.gemeld')} <strong>{reported}</strong>
        </p>
      )}
      {/* Always there: a live region that comes with its text is often not read out. */}
      <p role="status">{reported !== null && t('gat.vervolg')}</p>
    </section>
  )
}
