import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/mijnAanmeldingen.json'
import { Heading } from '@/components/ams'
import type { Leden } from '@/lib/api/types'
import { announce } from '@/lib/navigation/announce'
import { Afwijzen } from '../aanmeldingen/Afwijzen'
import { useAct } from './leden'
import type { PartProps } from './OrganisatiePage'

// For the question why not.
alsoSay(texts)

/** Who asks to join; an owner says yes or no. */
export function Verzoeken({ id, leden }: PartProps) {
  const { t } = useTranslation()
  if (leden.verzoeken.length === 0) return null
  return (
    <section className="sk-part" aria-labelledby="verzoeken">
      <Heading level={2} id="verzoeken">
        {t('leden.verzoeken')}
      </Heading>
      <ul className="sk-leden">
        {leden.verzoeken.map((verzoek) => (
          <li key={verzoek.persoon.accountId} className="sk-lid sk-lid--asks">
            <Verzoek id={id} verzoek={verzoek} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Verzoek({ id, verzoek }: { id: string; verzoek: Leden['verzoeken'][number] }) {
  const { t } = useTranslation()
  const { mutate, isPending, error } = useAct(id)
  const { accountId, naam, email } = verzoek.persoon
  const act = (what: Parameters<typeof mutate>[0], said: string) => {
    if (isPending) return
    mutate(what, {
      onSuccess: () => {
        announce(said)
        document.querySelector<HTMLElement>('h1')?.focus()
      },
    })
  }
  return (
    <>
      <p className="sk-lid__who">
        <strong>{naam}</strong>
        {email && <span className="sk-small sk-muted">{email}</span>}
      </p>
      <Afwijzen
        ja={t('leden.ja')}
        nee={t('leden.nee')}
        naam={naam}
        busy={isPending}
        error={error}
        onJa={() => {
          act({ wat: 'laat toe', accountId }, t('leden.toegelaten', { naam }))
        }}
        onNee={(reden) => {
          act({ wat: 'wijs af', accountId, reden }, t('leden.afgewezen', { naam }))
        }}
      />
    </>
  )
}
