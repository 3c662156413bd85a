import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { alsoSay, useTranslation } from '@/i18n'
import editorTexts from '@/i18n/nl/mijnBewerken.json'
import texts from '@/i18n/nl/mijnPlekken.json'
import { Heading, Paragraph } from '@/components/ams'
import { LoadError } from '@/components/LoadError'
import { Notice } from '@/components/Notice'
import { PageHeading } from '@/components/PageHeading'
import { ResultSkeleton } from '@/components/ResultSkeleton'
import { isForbidden, isNotFound } from '@/lib/api/errors'
import { Link } from '../Link'
import { NotFoundPage } from '../NotFoundPage'
import { Kopie } from './Kopie'
import { NieuweKopieen } from './NieuweKopieen'
import { plekkenQuery } from './plekken'
import { Verwant } from './Verwant'
import '../page.css'
import '../bewerken/bewerken.css'
import './plekken.css'

alsoSay(texts, editorTexts)

/** The same listing at other places: which there are, and making more of them. */
export function PlekkenPage() {
  const { t } = useTranslation()
  // The router's own types know the addresses of residents.
  const params: object = useParams({ strict: false })
  const id = 'id' in params ? String(params.id) : ''
  const { data, error, isFetching, refetch } = useQuery(plekkenQuery(id))
  const [said, setSaid] = useState({ words: '' })
  const line = useRef<HTMLParagraphElement>(null)
  // What was pressed may be gone, and what came of it stands above.
  useEffect(() => {
    if (said.words) line.current?.focus()
  }, [said])
  const onSaid = (words: string) => {
    setSaid({ words })
  }
  if (isNotFound(error) || isForbidden(error)) {
    return <NotFoundPage />
  }
  return (
    <div className="sk-container sk-mijn">
      <p>
        <Link to="/mijn/aanbod/$id" params={{ id }} className="ams-link">
          {t('plekken.terug')}
        </Link>
      </p>
      <PageHeading title={t('plekken.titel')}>
        {data ? t('plekken.kop', { titel: data.titel }) : t('plekken.titel')}
      </PageHeading>
      {said.words && (
        <Notice>
          <p ref={line} tabIndex={-1}>
            {said.words}
          </p>
        </Notice>
      )}
      {data?.origineel && (
        <Kopie
          id={id}
          versie={data.versie}
          data={data}
          origineel={data.origineel}
          onSaid={onSaid}
        />
      )}
      {data && !data.origineel && (
        <>
          <Paragraph>{t('plekken.uitleg')}</Paragraph>
          <section className="sk-plekken" aria-labelledby="kopieen">
            <Heading level={2} size="level-4" id="kopieen">
              {t('plekken.kopieen')}
            </Heading>
            {data.kopieen.length === 0 && <p className="sk-muted">{t('plekken.geen')}</p>}
            <ul className="sk-plekken__list">
              {data.kopieen.map((each) => (
                <li key={each.id}>
                  <Verwant verwant={each} />
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
      {data && (
        <NieuweKopieen
          id={id}
          plekken={data.plekken}
          onMade={(count) => {
            onSaid(t('plekken.gemaakt', { count }))
          }}
        />
      )}
      {!data && error && (
        <LoadError error={error} busy={isFetching} onRetry={() => void refetch()} />
      )}
      {!data && !error && <ResultSkeleton count={2} />}
    </div>
  )
}
