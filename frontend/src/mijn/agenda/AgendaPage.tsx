import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/mijnAgenda.json'
import momentTexts from '@/i18n/nl/mijnMomenten.json'
import { Button, Heading, Paragraph } from '@/components/ams'
import { LoadError } from '@/components/LoadError'
import { PageHeading } from '@/components/PageHeading'
import { ResultSkeleton } from '@/components/ResultSkeleton'
import { announce } from '@/lib/navigation/announce'
import { Link } from '../Link'
import { bronnenQuery, kiesbaarQuery } from './agenda'
import { BronForm } from './BronForm'
import { Gekoppeld } from './Gekoppeld'
import '../page.css'
import '../organisatie/organisatie.css'
import './agenda.css'

alsoSay(texts, momentTexts)

/** The calendars of an organisation that say when its listings are. */
export function AgendaPage() {
  const { t } = useTranslation()
  const params: object = useParams({ strict: false })
  const id = 'id' in params ? String(params.id) : ''
  const bronnen = useQuery(bronnenQuery(id))
  const kiesbaar = useQuery(kiesbaarQuery(id))
  const [adding, setAdding] = useState(false)
  // Where somebody goes on when what had the focus has gone.
  const parts = useRef<HTMLDivElement>(null)
  const both = bronnen.data && kiesbaar.data
  const error = bronnen.error ?? kiesbaar.error
  return (
    <div className="sk-container sk-mijn">
      <p>
        <Link to="/mijn" className="ams-link">
          {t('mijnAgenda.terug')}
        </Link>
      </p>
      <PageHeading title={t('mijnAgenda.titel')}>{t('mijnAgenda.titel')}</PageHeading>
      <Paragraph>{t('mijnAgenda.uitleg')}</Paragraph>
      <Paragraph>{t('mijnAgenda.privacy')}</Paragraph>
      {bronnen.data && kiesbaar.data && (
        <div ref={parts} tabIndex={-1} className="sk-bronnen">
          {bronnen.data.map((bron) => (
            <Gekoppeld
              key={bron.id}
              organisatieId={id}
              bron={bron}
              kiesbaar={kiesbaar.data}
              onDisconnected={() => parts.current?.focus()}
            />
          ))}
          {adding || bronnen.data.length === 0 ? (
            <section className="sk-part" aria-labelledby="koppel-agenda">
              <Heading level={2} id="koppel-agenda">
                {t(bronnen.data.length === 0 ? 'mijnAgenda.nieuw' : 'mijnAgenda.nogEen')}
              </Heading>
              <BronForm
                organisatieId={id}
                bron={null}
                kiesbaar={kiesbaar.data}
                onDone={() => {
                  setAdding(false)
                  announce(t('mijnAgenda.gekoppeld'))
                  parts.current?.focus()
                }}
              />
            </section>
          ) : (
            <Button
              variant="secondary"
              onClick={() => {
                setAdding(true)
              }}
            >
              {t('mijnAgenda.nogEen')}
            </Button>
          )}
        </div>
      )}
      {!both && error && (
        <LoadError
          error={error}
          busy={bronnen.isFetching || kiesbaar.isFetching}
          onRetry={() => {
            void bronnen.refetch()
            void kiesbaar.refetch()
          }}
        />
      )}
      {!both && !error && <ResultSkeleton count={1} />}
    </div>
  )
}
