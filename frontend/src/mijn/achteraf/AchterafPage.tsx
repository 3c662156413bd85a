import { useInfiniteQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/mijnAchteraf.json'
import editorTexts from '@/i18n/nl/mijnRedactie.json'
import { Button, Paragraph } from '@/components/ams'
import { LoadError } from '@/components/LoadError'
import { Notice } from '@/components/Notice'
import { PageHeading } from '@/components/PageHeading'
import { ResultSkeleton } from '@/components/ResultSkeleton'
import type { Nakijkpunt } from '@/lib/api/types'
import { announce } from '@/lib/navigation/announce'
import { More } from '../More'
import { RedactieNav } from '../redactie/RedactieNav'
import { Refused, type NotDone } from '../redactie/Refused'
import { useTicks } from '../redactie/useTicks'
import { nakijkQuery, subjectOf, useTickOff, type Uitkomst } from './achteraf'
import { Punt } from './Punt'
import '../page.css'
import './achteraf.css'

alsoSay(texts, editorTexts)

/** What came on the map at once, for the redactie to look at afterwards. */
export function AchterafPage() {
  const { t } = useTranslation()
  const query = useInfiniteQuery(nakijkQuery)
  const { data, error, isFetching, refetch } = query
  const list = useRef<HTMLUListElement>(null)
  const [said, setSaid] = useState<string | null>(null)

  function tell(words: string) {
    setSaid(words)
    announce(words)
    // The buttons that were pressed go away with what they were about.
    list.current?.focus()
  }

  return (
    <div className="sk-container sk-mijn sk-redactie">
      <RedactieNav />
      <PageHeading title={t('achteraf.titel')}>{t('achteraf.titel')}</PageHeading>
      {data && <p>{t('achteraf.wacht', { count: data.totaal })}</p>}
      {data && data.punten.length > 0 && <Paragraph>{t('achteraf.uitleg')}</Paragraph>}
      {said && (
        <Notice>
          <p>{said}</p>
        </Notice>
      )}
      {data && (
        <Punten
          punten={data.punten}
          list={list}
          onSeen={(count) => {
            tell(t('achteraf.gedaan', { count }))
          }}
          onTurnedBack={(punt, uitkomst) => {
            const { titel } = subjectOf(punt)
            tell(t(`achteraf.teruggedraaid.${uitkomst}`, { titel }))
          }}
          onRefresh={() => void refetch()}
        />
      )}
      {!data && error && (
        <LoadError error={error} busy={isFetching} onRetry={() => void refetch()} />
      )}
      {!data && !error && <ResultSkeleton count={3} />}
      <More query={query}>{t('achteraf.meer')}</More>
    </div>
  )
}

interface Props {
  punten: Nakijkpunt[]
  list: React.Ref<HTMLUListElement>
  onSeen: (count: number) => void
  onTurnedBack: (punt: Nakijkpunt, uitkomst: Uitkomst) => void
  onRefresh: () => void
}

/** Below each other, with one press for all that is good; a tick goes away from what is not. */
function Punten({ punten, list, onSeen, onTurnedBack, onRefresh }: Props) {
  const { t } = useTranslation()
  const { isTicked, setTicked } = useTicks()
  const [refused, setRefused] = useState<NotDone[]>([])
  const { mutate, isPending, error } = useTickOff((outcomes, asked) => {
    const titles = new Map(asked.map(subjectOf).map(({ id, titel }) => [id, titel]))
    setRefused(
      outcomes.flatMap(({ id, melding }) =>
        melding ? [{ titel: titles.get(id) ?? '', melding }] : [],
      ),
    )
    const seen = outcomes.filter(({ gezien }) => gezien).length
    if (seen > 0) onSeen(seen)
  })
  const chosen = punten.filter((punt) => isTicked(subjectOf(punt).id)).slice(0, MOST)

  return (
    <>
      <ul className="sk-achteraf" ref={list} tabIndex={-1} aria-label={t('achteraf.lijst')}>
        {punten.map((punt) => {
          const { id } = subjectOf(punt)
          return (
            <li key={`${id} ${punt.versie}`}>
              <Punt
                punt={punt}
                isChosen={isTicked(id)}
                onChosen={(isChosen) => {
                  setTicked(id, isChosen)
                }}
                onTurnedBack={(uitkomst) => {
                  onTurnedBack(punt, uitkomst)
                }}
                onRefresh={onRefresh}
              />
            </li>
          )
        })}
      </ul>
      <Refused
        heading={t('achteraf.nietGelukt')}
        refused={refused}
        error={error}
        onRefresh={onRefresh}
      />
      {punten.length > 0 && (
        <Button
          aria-disabled={isPending || chosen.length === 0}
          onClick={() => {
            if (!isPending && chosen.length > 0) mutate(chosen)
          }}
        >
          {isPending
            ? t('redactie.besluit.bezig')
            : chosen.length === 0
              ? t('achteraf.kiesEerst')
              : t('achteraf.vinkAf', { count: chosen.length })}
        </Button>
      )}
    </>
  )
}

/** As many as the server takes at once. */
const MOST = 50
