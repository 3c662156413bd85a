import { useTranslation } from '@/i18n'
import { Button, Heading } from '@/components/ams'
import { Notice } from '@/components/Notice'
import { formatDay, localTime } from '@/lib/dates/localTime'
import { announce } from '@/lib/navigation/announce'
import { Fout } from './Fout'
import { useAct } from './leden'
import type { PartProps } from './OrganisatiePage'

/** A handover that waits for a yes: who is asked answers, and owners may take it back. */
export function Overdracht({ id, leden, ik, isOwner }: PartProps) {
  const { t, language } = useTranslation()
  const { mutate, isPending, error } = useAct(id)
  const { overdracht } = leden
  if (!overdracht) return <Fout error={error} />
  const nameOf = (key: string) => leden.leden.find(({ accountId }) => accountId === key)?.naam ?? ''
  const van = nameOf(overdracht.van)
  const isForMe = overdracht.naar === ik
  const dag = formatDay(localTime(new Date(overdracht.verlooptOp)).day, language, A_DAY)
  const act = (wat: 'aanvaard' | 'trek overdracht in', said: string) => {
    if (isPending) return
    mutate(
      { wat },
      {
        onSuccess: () => {
          announce(said)
          // This part goes away.
          document.querySelector<HTMLElement>('h1')?.focus()
        },
      },
    )
  }
  return (
    <section className="sk-part" aria-labelledby="overdracht">
      <Heading level={2} id="overdracht">
        {t('leden.overdracht')}
      </Heading>
      <Notice kind={isForMe ? 'attention' : 'info'}>
        <p>
          {isForMe
            ? t('leden.overdrachtAanJou', { naam: van })
            : t('leden.overdrachtVan', { van, naar: nameOf(overdracht.naar) })}{' '}
          {t('leden.overdrachtTot', { dag })}
        </p>
        {isForMe && <p>{t('leden.mensenUitleg')}</p>}
        <p className="sk-actions">
          {isForMe && (
            <Button
              aria-disabled={isPending}
              onClick={() => {
                act('aanvaard', t('leden.overgedragen'))
              }}
            >
              {t('leden.wordEigenaar')}
            </Button>
          )}
          {(isForMe || isOwner) && (
            <Button
              variant="secondary"
              aria-disabled={isPending}
              onClick={() => {
                act('trek overdracht in', t('leden.overdrachtWeg'))
              }}
            >
              {t(isForMe ? 'leden.lieverNiet' : 'leden.trekIn')}
            </Button>
          )}
        </p>
      </Notice>
      <Fout error={error} />
    </section>
  )
}

const A_DAY = { weekday: 'long', day: 'numeric', month: 'long' } as const
