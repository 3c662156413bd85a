import { RotateCw } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from '@/i18n'
import { Button, Heading } from '@/components/ams'
import { Notice } from '@/components/Notice'
import type { EigenAanbod } from '@/lib/api/types'
import { formatDay, localTime } from '@/lib/dates/localTime'
import { digits } from '@/lib/dates/speakTime'
import { announce } from '@/lib/navigation/announce'
import { useDisconnect, useReadNow, whyNot, type Bron } from './agenda'
import { BronForm } from './BronForm'

interface Props {
  organisatieId: string
  bron: Bron
  kiesbaar: EigenAanbod[]
  onDisconnected: () => void
}

/** A calendar that is connected: whether it works, what takes its times from it, and what to do. */
export function Gekoppeld({ organisatieId, bron, kiesbaar, onDisconnected }: Props) {
  const { t } = useTranslation()
  const [changing, setChanging] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const wasChanging = useRef(false)
  const readNow = useReadNow(bron)
  const disconnect = useDisconnect(bron)
  const isBusy = readNow.isPending || disconnect.isPending
  const error = readNow.error ?? disconnect.error

  useEffect(() => {
    // What had the focus has gone with the form.
    if (wasChanging.current && !changing) heading.current?.focus()
    wasChanging.current = changing
  }, [changing])

  return (
    <section className="sk-part sk-bron" aria-labelledby={`bron-${bron.id}`}>
      <Heading level={2} id={`bron-${bron.id}`} ref={heading} tabIndex={-1}>
        {t(changing ? 'mijnAgenda.verander' : 'mijnAgenda.jullie')}
      </Heading>
      {changing ? (
        <BronForm
          organisatieId={organisatieId}
          bron={bron}
          kiesbaar={kiesbaar}
          onDone={(saved) => {
            setChanging(false)
            if (saved) announce(t('mijnAgenda.gekoppeld'))
          }}
        />
      ) : (
        <>
          <p className="sk-bron__adres">{bron.adres}</p>
          <Stand bron={bron} />
          <Aanbod bron={bron} />
          <p className="sk-bron__ways">
            <Button
              variant="secondary"
              aria-disabled={isBusy}
              onClick={() => {
                if (isBusy) return
                readNow.mutate(undefined, {
                  onSuccess: ({ uitkomst }) => {
                    announce(
                      t(
                        uitkomst === 'mislukt' ? 'mijnAgenda.nietGelukt' : `mijnAgenda.${uitkomst}`,
                      ),
                    )
                  },
                })
              }}
            >
              <RotateCw className="sk-icon" />
              {t(readNow.isPending ? 'mijnAgenda.bezig' : 'mijnAgenda.ververs')}
            </Button>
            <Button
              variant="secondary"
              onClick={() => {
                setChanging(true)
              }}
            >
              {t('mijnAgenda.verander')}
            </Button>
            <Button
              variant="tertiary"
              aria-disabled={isBusy}
              onClick={() => {
                if (isBusy) return
                disconnect.mutate(undefined, {
                  onSuccess: () => {
                    announce(t('mijnAgenda.losgemaakt'))
                    onDisconnected()
                  },
                })
              }}
            >
              {t('mijnAgenda.maakLos')}
            </Button>
          </p>
          <div role="alert">
            {error && (
              <Notice kind="wrong">
                <p>{whyNot(error, t)}</p>
              </Notice>
            )}
          </div>
        </>
      )}
    </section>
  )
}

function Stand({ bron: { gelezenOp, misluktSinds, reden } }: { bron: Bron }) {
  const { t, language } = useTranslation()
  const on = (moment: string) => localTime(new Date(moment))
  const gelezen = on(gelezenOp)
  return (
    <>
      {misluktSinds && reden && (
        <Notice kind="attention">
          <p>
            {t('mijnAgenda.mislukt', { dag: formatDay(on(misluktSinds).day, language, A_DAY) })}{' '}
            {t(`mijnAgenda.storing.${reden}`)}
          </p>
          <p>{t('mijnAgenda.blijft')}</p>
        </Notice>
      )}
      <p className="sk-small sk-muted">
        {t('mijnAgenda.gelezen', {
          dag: formatDay(gelezen.day, language, A_DAY),
          tijd: digits(gelezen, t),
        })}
      </p>
    </>
  )
}

function Aanbod({ bron }: { bron: Bron }) {
  const { t } = useTranslation()
  if (bron.aanbod.length === 0) return <p>{t('mijnAgenda.geenAanbod')}</p>
  return (
    <ul className="sk-bron__list">
      {bron.aanbod.map(({ aanbodId, titel, woorden, momenten }) => (
        <li key={aanbodId}>
          <strong>{titel}</strong>
          <span className="sk-small">
            {woorden.length > 0
              ? t('mijnAgenda.met', { woorden: woorden.join(', ') })
              : t('mijnAgenda.alles')}
            {' · '}
            {t('mijnAgenda.nu', { count: momenten })}
          </span>
        </li>
      ))}
    </ul>
  )
}

const A_DAY = { weekday: 'long', day: 'numeric', month: 'long' } as const
