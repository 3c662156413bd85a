import { CalendarClock, DoorClosed, DoorOpen } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/mijnSluiten.json'
import { Button } from '@/components/ams'
import { Notice } from '@/components/Notice'
import type { EigenAanbod } from '@/lib/api/types'
import { localTime } from '@/lib/dates/localTime'
import { useNow } from '@/lib/dates/now'
import { speakDay } from '@/lib/dates/speakTime'
import { PutBack } from '../form/PutBack'
import { refusalOf } from '../form/refusalOf'
import { SluitForm } from './SluitForm'
import { useSluiten, type Stap } from './sluiten'
import '../form/inRow.css'
import './sluiten.css'

alsoSay(texts)

interface Props {
  listing: EigenAanbod
  /** The listing by the name that it has among the others. */
  naam: string
}

/**
 * Closes a listing for a while without leaving the list: one press asks how long, the next one has it
 * closed. It opens by itself; earlier by the other button.
 */
export function EvenDicht({ listing, naam }: Props) {
  const { t, language } = useTranslation()
  const now = useNow()
  const [asks, setAsks] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const [isUndone, setIsUndone] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  // What is drawn knows of the answer a moment later than the buttons that it brings are there.
  const busy = useRef(false)
  const { mutate, isPending, error, reset } = useSluiten(listing.id)
  const isClosed = listing.sluiting != null && listing.sluiting.van <= localTime(now).day
  const describedby = `aanbod-${listing.id}`

  function take(stap: Stap, words: string) {
    if (busy.current) return
    busy.current = true
    mutate(stap, {
      onSuccess: () => {
        setAsks(false)
        setIsUndone(stap.doe === 'draai-terug')
        setSaid(words)
      },
      onSettled: () => {
        busy.current = false
      },
    })
  }

  function ask(open: boolean) {
    reset()
    setSaid(null)
    setAsks(open)
    if (!open) opener.current?.focus()
  }

  return (
    <>
      {isClosed && (
        <Button
          variant="tertiary"
          aria-disabled={isPending}
          aria-describedby={describedby}
          onClick={() => {
            take({ doe: 'open' }, t('sluiten.gedaan.open'))
          }}
        >
          <DoorOpen className="sk-icon" />
          {t('sluiten.weerOpen')}
        </Button>
      )}
      <Button
        variant="tertiary"
        ref={opener}
        aria-expanded={asks}
        aria-describedby={describedby}
        onClick={() => {
          ask(!asks)
        }}
      >
        {isClosed ? <CalendarClock className="sk-icon" /> : <DoorClosed className="sk-icon" />}
        {t(isClosed ? 'sluiten.verander' : 'sluiten.evenDicht')}
      </Button>
      <div className="sk-inrow">
        {asks && (
          <SluitForm
            naam={naam}
            reden={(isClosed ? listing.sluiting?.reden : null) ?? ''}
            busy={isPending}
            onSend={(tot, reden) => {
              const dag = tot && speakDay(tot, now, language)
              const words = dag ? t('sluiten.gedaan.dichtTot', { dag }) : t('sluiten.gedaan.dicht')
              take({ doe: 'sluit', tot, reden }, words)
            }}
            onCancel={() => {
              ask(false)
            }}
          />
        )}
        {said !== null &&
          (isUndone ? (
            <Said words={said} />
          ) : (
            <PutBack
              key={said}
              said={said}
              button={t('sluiten.draaiTerug')}
              onPutBack={() => {
                take({ doe: 'draai-terug' }, t('sluiten.gedaan.terug'))
              }}
            />
          ))}
        <div role="alert">
          {error && (
            <Notice kind="wrong">
              <p>{refusalOf(error) ?? t('sluiten.fout.mislukt')}</p>
            </Notice>
          )}
        </div>
      </div>
    </>
  )
}

/** Gets the focus that the button with which somebody took it back had. */
function Said({ words }: { words: string }) {
  const line = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    line.current?.focus()
  }, [])
  return (
    <p ref={line} tabIndex={-1}>
      {words}
    </p>
  )
}
