import { CircleStop, Signpost } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/mijnStoppen.json'
import { Button } from '@/components/ams'
import { Notice } from '@/components/Notice'
import type { EigenAanbod } from '@/lib/api/types'
import { refusalOf } from '../form/refusalOf'
import type { Gekozen } from './KiesAanbod'
import { StopForm } from './StopForm'
import { HalfStopped, useStoppen } from './stoppen'
import '../form/inRow.css'
import './stoppen.css'

alsoSay(texts)

interface Props {
  listing: EigenAanbod
  /** The listing by the name that it has among the others. */
  naam: string
}

/** Stops a listing and sends people on; of one that stopped it says or changes where to. */
export function Stoppen({ listing, naam }: Props) {
  const { t } = useTranslation()
  const [asks, setAsks] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const line = useRef<HTMLParagraphElement>(null)
  const { mutate, isPending, error, reset } = useStoppen(listing)
  const isLive = listing.status === 'gepubliceerd'

  useEffect(() => {
    if (said !== null) line.current?.focus()
  }, [said])

  function ask(open: boolean) {
    reset()
    setSaid(null)
    setAsks(open)
    if (!open) opener.current?.focus()
  }

  function send(gekozen: Gekozen | null) {
    const what = isLive ? (gekozen ? 'stopHeen' : 'stop') : gekozen ? 'heen' : 'weg'
    mutate(gekozen?.id ?? null, {
      onSuccess: () => {
        setAsks(false)
        setSaid(t(`stoppen.gedaan.${what}`, { titel: gekozen?.titel }))
      },
    })
  }

  const Icon = isLive ? CircleStop : Signpost
  return (
    <>
      <Button
        variant="tertiary"
        ref={opener}
        aria-expanded={asks}
        aria-describedby={`aanbod-${listing.id}`}
        onClick={() => {
          ask(!asks)
        }}
      >
        <Icon className="sk-icon" />
        {t(isLive ? 'stoppen.stop' : 'stoppen.waarheen')}
      </Button>
      <div className="sk-inrow">
        {asks && (
          <StopForm
            key={listing.status}
            listing={listing}
            naam={naam}
            busy={isPending}
            onSend={send}
            onCancel={() => {
              ask(false)
            }}
          />
        )}
        {said !== null && (
          <p ref={line} tabIndex={-1}>
            {said}
          </p>
        )}
        <div role="alert">
          {error && (
            <Notice kind="wrong">
              <p>
                {error instanceof HalfStopped
                  ? t('stoppen.gedaan.halfStop')
                  : (refusalOf(error) ?? t('stoppen.fout.mislukt'))}
              </p>
            </Notice>
          )}
        </div>
      </div>
    </>
  )
}
