import { useRef, useState, type SubmitEvent } from 'react'
import { useTranslation } from '@/i18n'
import { Button, Heading } from '@/components/ams'
import { isRefusal } from '@/lib/api/queryClient'
import type { Leden, Rol } from '@/lib/api/types'
import { formatDay, localTime } from '@/lib/dates/localTime'
import { announce } from '@/lib/navigation/announce'
import { RadioField } from '../form/RadioField'
import { TextField } from '../form/TextField'
import { Fout } from './Fout'
import { useAct } from './leden'
import type { PartProps } from './OrganisatiePage'

/** Inviting somebody by mail, and who has not answered yet. */
export function Uitnodigen({ id, leden }: PartProps) {
  const { t } = useTranslation()
  const [email, setEmail] = useState('')
  const [rol, setRol] = useState<Rol>('medebewerker')
  const field = useRef<HTMLInputElement>(null)
  const { mutate, isPending, error, variables } = useAct(id)
  const isWrong = isRefusal(error) && error.status === 400

  function submit(event: SubmitEvent) {
    event.preventDefault()
    if (isPending) return
    const sent = email.trim()
    mutate(
      { wat: 'nodig uit', email: sent, rol },
      {
        onSuccess: () => {
          setEmail('')
          announce(t('leden.gestuurd', { email: sent }))
        },
        onError: () => {
          field.current?.focus()
        },
      },
    )
  }

  return (
    <section className="sk-part" aria-labelledby="nodig-uit">
      <Heading level={2} id="nodig-uit">
        {t('leden.nodigUit')}
      </Heading>
      <form className="sk-form" onSubmit={submit} noValidate>
        <TextField
          ref={field}
          label={t('leden.uitnodigingMail')}
          hint={t('leden.uitnodigingHulp')}
          type="email"
          autoComplete="off"
          value={email}
          onChange={setEmail}
          fault={isWrong && t('leden.fout.adres')}
        />
        <RadioField
          label={t('leden.uitnodigingRol')}
          options={[
            { value: 'medebewerker', label: t('leden.alsMedewerker') },
            { value: 'eigenaar', label: t('leden.alsEigenaar') },
          ]}
          value={rol}
          onChange={setRol}
        />
        <Button type="submit" aria-disabled={isPending}>
          {t(isPending && variables.wat === 'nodig uit' ? 'leden.bezig' : 'leden.stuur')}
        </Button>
      </form>
      <Fout error={isWrong ? null : error} />
      {leden.uitnodigingen.length > 0 && (
        <>
          <Heading level={3}>{t('leden.open')}</Heading>
          <ul className="sk-leden">
            {leden.uitnodigingen.map((one) => (
              <Open
                key={one.id}
                uitnodiging={one}
                busy={isPending}
                onRevoke={() => {
                  if (isPending) return
                  mutate(
                    { wat: 'trek uitnodiging in', uitnodigingId: one.id },
                    {
                      onSuccess: () => {
                        announce(t('leden.ingetrokken', { email: one.email }))
                        field.current?.focus()
                      },
                    },
                  )
                }}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

interface OpenProps {
  uitnodiging: Leden['uitnodigingen'][number]
  busy: boolean
  onRevoke: () => void
}

function Open({ uitnodiging: { id, email, rol, verlooptOp }, busy, onRevoke }: OpenProps) {
  const { t, language } = useTranslation()
  const dag = formatDay(localTime(new Date(verlooptOp)).day, language, A_DAY)
  return (
    <li className="sk-lid">
      <p id={`uitnodiging-${id}`} className="sk-lid__who">
        <strong>{email}</strong>
        <span className="sk-small">{t('leden.openTot', { rol: t(`leden.rol.${rol}`), dag })}</span>
      </p>
      <Button
        variant="secondary"
        aria-disabled={busy}
        aria-describedby={`uitnodiging-${id}`}
        onClick={onRevoke}
      >
        {t('leden.trekIn')}
      </Button>
    </li>
  )
}

const A_DAY = { weekday: 'long', day: 'numeric', month: 'long' } as const
