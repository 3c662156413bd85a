import { useTranslation } from '@/i18n'
import { Heading } from '@/components/ams'
import type { WachtendVerzoek } from '@/lib/api/types'
import { formatDay, localTime } from '@/lib/dates/localTime'
import { useDecide, type Decision } from './aanmeldingen'
import { Afwijzen } from './Afwijzen'

interface Props {
  verzoek: WachtendVerzoek
  onDone: (said: string) => void
}

/** Somebody who wants to join an organisation that nobody answers for. */
export function Verzoek({ verzoek, onDone }: Props) {
  const { t, language } = useTranslation()
  const { organisatie, persoon, gevraagdOp, waarom } = verzoek
  const { mutate, isPending, error } = useDecide(organisatie.id, persoon.accountId)
  const decide = (decision: Decision, said: string) => {
    if (isPending) return
    mutate(decision, {
      onSuccess: () => {
        onDone(said)
      },
    })
  }
  const dag = formatDay(localTime(new Date(gevraagdOp)).day, language, A_DAY)
  const { naam, email } = persoon
  return (
    <article className="sk-aanmelding__card">
      <Heading level={3} size="level-4">
        {naam} {t('aanmeldingen.wilBij', { naam: organisatie.naam })}
      </Heading>
      <p>
        {t('aanmeldingen.gevraagd', { dag })}. {t(`aanmeldingen.waarom.${waarom}`)}
      </p>
      {email && (
        <p>
          <a href={`mailto:${email}`} className="ams-link">
            {email}
          </a>
        </p>
      )}
      <Afwijzen
        ja={t('aanmeldingen.ja')}
        nee={t('aanmeldingen.nee')}
        naam={naam}
        busy={isPending}
        error={error}
        onJa={() => {
          decide({ besluit: 'goedgekeurd' }, t('aanmeldingen.aangesloten', { naam }))
        }}
        onNee={(reden) => {
          decide({ besluit: 'afgewezen', reden }, t('aanmeldingen.afgewezen', { naam }))
        }}
      />
    </article>
  )
}

const A_DAY = { weekday: 'long', day: 'numeric', month: 'long' } as const
