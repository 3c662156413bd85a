import { useRef, useState } from 'react'
import { useTranslation } from '@/i18n'
import { Button, Heading, Paragraph } from '@/components/ams'
import { Notice } from '@/components/Notice'
import type { Lid } from '@/lib/api/types'
import { announce } from '@/lib/navigation/announce'
import { Fout } from './Fout'
import { useAct } from './leden'
import type { PartProps } from './OrganisatiePage'

/** Everybody who works here, with what an owner may change about them. */
export function Mensen({ id, leden, ik, isOwner, isEditor }: PartProps) {
  const { t } = useTranslation()
  const { mutate, isPending, error } = useAct(id)
  const [gone, setGone] = useState<Lid | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const mayHandOver = !leden.overdracht && leden.leden.some(isOwnerCalled(ik))

  const act = (what: Parameters<typeof mutate>[0], said: string, after?: () => void) => {
    if (isPending) return
    mutate(what, {
      onSuccess: () => {
        announce(said)
        after?.()
        // The button that was pressed may be gone.
        list.current?.focus()
      },
    })
  }

  return (
    <section className="sk-part" aria-labelledby="mensen">
      <Heading level={2} id="mensen">
        {t('leden.mensen')}
      </Heading>
      <Paragraph>{t('leden.mensenUitleg')}</Paragraph>
      <ul className="sk-leden" ref={list} tabIndex={-1}>
        {leden.leden.map((lid) => {
          const { accountId, naam, email, rol } = lid
          const isMe = accountId === ik
          // Only the redactie changes another owner.
          const mayChange = isOwner && !isMe && (isEditor || rol !== 'eigenaar')
          const other = rol === 'eigenaar' ? 'medebewerker' : 'eigenaar'
          return (
            <li key={accountId} className="sk-lid">
              <p id={`lid-${accountId}`} className="sk-lid__who">
                <strong>{naam}</strong>
                <span className="sk-small">
                  {t(`leden.rol.${rol}`)}
                  {isMe && `, ${t('leden.jij')}`}
                </span>
                {email && <span className="sk-small sk-muted">{email}</span>}
              </p>
              {mayChange && (
                <p className="sk-actions">
                  <Button
                    variant="secondary"
                    aria-disabled={isPending}
                    aria-describedby={`lid-${accountId}`}
                    onClick={() => {
                      const said = t('leden.rolVeranderd', { naam, rol: t(`leden.rol.${other}`) })
                      act({ wat: 'rol', accountId, rol: other }, said)
                    }}
                  >
                    {t(other === 'eigenaar' ? 'leden.maakEigenaar' : 'leden.maakMedewerker')}
                  </Button>
                  {mayHandOver && rol === 'medebewerker' && (
                    <Button
                      variant="secondary"
                      aria-disabled={isPending}
                      aria-describedby={`lid-${accountId}`}
                      onClick={() => {
                        act(
                          { wat: 'draag over', naar: accountId },
                          t('leden.overdrachtGevraagd', { naam }),
                        )
                      }}
                    >
                      {t('leden.draagOver')}
                    </Button>
                  )}
                  <Button
                    variant="secondary"
                    aria-disabled={isPending}
                    aria-describedby={`lid-${accountId}`}
                    onClick={() => {
                      act({ wat: 'verwijder', accountId }, t('leden.eraf', { naam }), () => {
                        setGone(lid)
                      })
                    }}
                  >
                    {t('leden.haalEraf')}
                  </Button>
                </p>
              )}
            </li>
          )
        })}
      </ul>
      {mayHandOver && leden.leden.length > 1 && (
        <p className="sk-small">{t('leden.draagOverHulp')}</p>
      )}
      {gone?.email && (
        <Notice>
          <p>{t('leden.nodigOpnieuw', { naam: gone.naam })}</p>
          <Button
            variant="secondary"
            aria-disabled={isPending}
            onClick={() => {
              const email = gone.email ?? ''
              act(
                { wat: 'nodig uit', email, rol: gone.rol },
                t('leden.gestuurd', { email }),
                () => {
                  setGone(null)
                },
              )
            }}
          >
            {t('leden.nodigOpnieuwKnop')}
          </Button>
        </Notice>
      )}
      <Fout error={error} />
    </section>
  )
}

const isOwnerCalled = (ik: string) => (lid: Lid) => lid.accountId === ik && lid.rol === 'eigenaar'
