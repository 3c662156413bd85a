import {
  ChartColumn,
  Check,
  CircleAlert,
  CircleCheck,
  History,
  MapPinned,
  Pencil,
  Undo2,
} from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '@/i18n'
import { Button, Heading } from '@/components/ams'
import { Notice } from '@/components/Notice'
import type { EigenAanbod } from '@/lib/api/types'
import { formatDay, localTime } from '@/lib/dates/localTime'
import { announce } from '@/lib/navigation/announce'
import { Link } from '../Link'
import { EvenDicht } from '../sluiten/EvenDicht'
import { Sluitregel } from '../sluiten/Sluitregel'
import { Stoppen } from '../stoppen/Stoppen'
import { Zekerheden } from '../zekerheid/Zekerheden'
import { useConfirm } from './eigenAanbod'
import { MakeCopy } from './MakeCopy'
import { naamOf } from './naam'

/** One listing: how it stands, whether it was looked at, and one press to say that it holds. */
export function Listing({ listing }: { listing: EigenAanbod }) {
  const { t } = useTranslation()
  const { id, slug, status, voorstel, verwijstNaar: heen } = listing
  const naam = naamOf(listing)
  const isPublic = status === 'gepubliceerd' || status === 'gestopt'
  return (
    <li className="sk-eigen__item" data-due={listing.aanDeBeurt || undefined}>
      <div className="sk-eigen__words">
        <Heading level={3} size="level-4" id={`aanbod-${id}`}>
          {isPublic ? (
            <a href={`/aanbod/${slug}`} className="ams-link">
              {naam}
            </a>
          ) : (
            naam
          )}
        </Heading>
        <p className="sk-small">
          {t(`mijn.aanbod.status.${status}`)}
          {heen &&
            ` ${t('mijn.aanbod.heen', { titel: heen.titel, organisatie: heen.organisatie.naam })}`}
          {voorstel && ` ${t('mijn.aanbod.voorstel')}`}
          {listing.kopieen > 0 && ` ${t('mijn.aanbod.lopenMee', { count: listing.kopieen })}`}
          {listing.isKopie && ` ${t('mijn.aanbod.isKopie')}`}
        </p>
        {status === 'gepubliceerd' && listing.sluiting && (
          <Sluitregel sluiting={listing.sluiting} />
        )}
        {status === 'gepubliceerd' && <Checked listing={listing} />}
      </div>
      {status === 'gepubliceerd' && <Confirm listing={listing} />}
      {status === 'gepubliceerd' && (
        <Zekerheden id={id} zekerheid={listing.zekerheid} over={`aanbod-${id}`} />
      )}
      <div className="sk-eigen__ways">
        <Link
          to="/mijn/aanbod/$id"
          params={{ id }}
          className="sk-eigen__edit"
          aria-describedby={`aanbod-${id}`}
        >
          <Pencil className="sk-icon" />
          {t('mijn.aanbod.bewerk')}
        </Link>
        <Link
          to="/mijn/aanbod/$id/historie"
          params={{ id }}
          className="sk-eigen__edit"
          aria-describedby={`aanbod-${id}`}
        >
          <History className="sk-icon" />
          {t('mijn.aanbod.geschiedenis')}
        </Link>
        <Link
          to="/mijn/aanbod/$id/plekken"
          params={{ id }}
          className="sk-eigen__edit"
          aria-describedby={`aanbod-${id}`}
        >
          <MapPinned className="sk-icon" />
          {t('mijn.aanbod.plekken')}
        </Link>
        {isPublic && (
          <Link
            to="/mijn/aanbod/$id/cijfers"
            params={{ id }}
            className="sk-eigen__edit"
            aria-describedby={`aanbod-${id}`}
          >
            <ChartColumn className="sk-icon" />
            {t('mijn.aanbod.cijfers')}
          </Link>
        )}
        <MakeCopy id={id} />
        {status === 'gepubliceerd' && <EvenDicht listing={listing} naam={naam} />}
        {isPublic && <Stoppen listing={listing} naam={naam} />}
      </div>
    </li>
  )
}

function Checked({
  listing: { bevestigdOp, controlerenVoor, aanDeBeurt },
}: {
  listing: EigenAanbod
}) {
  const { t, language } = useTranslation()
  const Icon = aanDeBeurt ? CircleAlert : CircleCheck
  const spoken = (day: string) => formatDay(day, language, A_DAY)
  return (
    <p className="sk-small sk-eigen__checked">
      <Icon className="sk-icon" />
      <span>
        {bevestigdOp
          ? t('controle.op', { dag: spoken(localTime(new Date(bevestigdOp)).day) })
          : t('controle.nooit')}
        {'. '}
        {aanDeBeurt
          ? t('mijn.aanbod.kijkNa')
          : controlerenVoor && t('mijn.aanbod.weerOp', { dag: spoken(controlerenVoor) })}
      </span>
    </p>
  )
}

/** One button for both ways, so that the focus stays where it was. */
function Confirm({ listing: { id, titel, aanDeBeurt } }: { listing: EigenAanbod }) {
  const { t } = useTranslation()
  const [confirmed, setConfirmed] = useState(false)
  const { mutate, isPending, isError } = useConfirm(id)
  const Icon = confirmed ? Undo2 : Check
  return (
    <div className="sk-eigen__confirm">
      <Button
        variant={aanDeBeurt && !confirmed ? 'primary' : 'secondary'}
        aria-disabled={isPending}
        aria-describedby={`aanbod-${id}`}
        onClick={() => {
          if (isPending) return
          mutate(!confirmed, {
            onSuccess: () => {
              setConfirmed(!confirmed)
              announce(
                t(confirmed ? 'mijn.aanbod.teruggedraaid' : 'mijn.aanbod.bevestigd', { titel }),
              )
            },
          })
        }}
      >
        <Icon className="sk-icon" />
        {t(confirmed ? 'mijn.aanbod.draaiTerug' : 'mijn.aanbod.kloptNog')}
      </Button>
      <div role="alert">
        {isError && (
          <Notice kind="wrong">
            <p>{t('mijn.aanbod.mislukt')}</p>
          </Notice>
        )}
      </div>
    </div>
  )
}

const A_DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const
