import { Check, CircleAlert, CircleCheck, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '@/i18n'
import { Button } from '@/components/ams'
import { Notice } from '@/components/Notice'
import type { EigenZekerheid } from '@/lib/api/types'
import { formatDay, localTime } from '@/lib/dates/localTime'
import { announce } from '@/lib/navigation/announce'
import { isUnsure, isWeak, useConfirmGroep } from './zekerheid'

interface Props {
  id: string
  zekerheid: EigenZekerheid
  over: string
}

/** One group of fields: how sure it is and why, and one press to say that it holds. */
export function Zekergroep({ id, zekerheid, over }: Props) {
  const { t } = useTranslation()
  const { groep, werktNiet } = zekerheid
  // What the press came to, before a page that keeps what it was told hears of it.
  const [now, setNow] = useState<EigenZekerheid | null>(null)
  const confirmed = now !== null
  // The button stays once it was there: the focus may be on it.
  const [hasButton, setHasButton] = useState(isUnsure(zekerheid))
  if (!hasButton && isUnsure(zekerheid)) setHasButton(true)
  const { mutate, isPending, isError } = useConfirmGroep(id, groep)
  const Icon = confirmed ? Undo2 : Check
  const naam = t(`mijnZekerheid.groep.${groep}`)
  return (
    <li className="sk-zekerheden__groep">
      <Reasons zekerheid={now ?? zekerheid} />
      {hasButton && (
        <div className="sk-zekerheden__press">
          <Button
            variant="secondary"
            aria-disabled={isPending}
            aria-describedby={over}
            onClick={() => {
              if (isPending) return
              mutate(!confirmed, {
                onSuccess: (aanbod) => {
                  setNow(
                    confirmed
                      ? null
                      : { ...zekerheid, meldingen: 0, ...aanbod.zekerheid?.[groep], werktNiet },
                  )
                  const said = confirmed ? 'mijnZekerheid.teruggedraaid' : 'mijnZekerheid.bevestigd'
                  announce(t(said, { groep: naam }))
                },
              })
            }}
          >
            <Icon className="sk-icon" />
            {confirmed ? (
              <>
                {t('mijnZekerheid.draaiTerug')}
                <span className="ams-visually-hidden">: {naam}</span>
              </>
            ) : (
              t(`mijnZekerheid.klopt.${groep}`)
            )}
          </Button>
          <div role="alert">
            {isError && (
              <Notice kind="wrong">
                <p>{t('mijnZekerheid.mislukt')}</p>
              </Notice>
            )}
          </div>
        </div>
      )}
    </li>
  )
}

function Reasons({ zekerheid }: { zekerheid: EigenZekerheid }) {
  const { t, language } = useTranslation()
  const { groep, stand, bevestigdOp, meldingen, werktNiet } = zekerheid
  const Icon = isWeak(zekerheid) ? CircleAlert : CircleCheck
  const maand = bevestigdOp
    ? formatDay(localTime(new Date(bevestigdOp)).day, language, A_MONTH)
    : ''
  return (
    <div className="sk-zekerheden__words" data-weak={isWeak(zekerheid) || undefined}>
      <Icon className="sk-icon" />
      <div>
        <p>
          <strong>{t(`mijnZekerheid.groep.${groep}`)}.</strong>{' '}
          {t(`mijnZekerheid.stand.${stand}`, { maand })}
        </p>
        {meldingen > 0 && <p>{t('mijnZekerheid.meldingen', { count: meldingen })}</p>}
        {werktNiet.map(({ kanaal, adres, sinds }) => (
          <p key={kanaal} className="sk-zekerheden__adres">
            {t(`mijnZekerheid.werktNiet.${kanaal}`, {
              adres,
              dag: formatDay(sinds, language, A_DAY),
            })}
          </p>
        ))}
      </div>
    </div>
  )
}

const A_MONTH = { month: 'long', year: 'numeric' } as const
const A_DAY = { day: 'numeric', month: 'long' } as const
