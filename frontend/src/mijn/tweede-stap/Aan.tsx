import { useTranslation } from '@/i18n'
import { Heading, Paragraph } from '@/components/ams'
import { Notice } from '@/components/Notice'
import type { TweedeStap } from '@/lib/api/types'
import { formatDay, localTime } from '@/lib/dates/localTime'
import { announce } from '@/lib/navigation/announce'
import { BewijsForm } from './BewijsForm'
import { useGetCodes, useTurnOff } from './tweedeStap'

interface Props {
  stap: TweedeStap
  onCodes: (codes: string[]) => void
  onOff: () => void
}

/** It is on: since when, how many recovery codes are left, and what can be changed by a code. */
export function Aan({ stap, onCodes, onOff }: Props) {
  const { t, language } = useTranslation()
  const renew = useGetCodes('herstelcodes')
  const off = useTurnOff()
  const since = localTime(new Date(stap.aanSinds ?? 0)).day
  const left = t('tweedeStap.aan.over', { count: stap.herstelcodes })
  return (
    <>
      <Paragraph>
        {t('tweedeStap.aan.staatAan', { dag: formatDay(since, language, A_DAY) })}
      </Paragraph>
      {stap.herstelcodes < FEW ? (
        <Notice kind="attention">
          <p>{left}</p>
        </Notice>
      ) : (
        <Paragraph>{left}</Paragraph>
      )}
      <section className="sk-form sk-tweede-stap__part">
        <Heading level={2} size="level-3">
          {t('tweedeStap.aan.nieuw')}
        </Heading>
        <Paragraph>{t('tweedeStap.aan.nieuwUitleg')}</Paragraph>
        <BewijsForm
          knop={t('tweedeStap.aan.nieuwKnop')}
          busy={renew.isPending}
          error={renew.error}
          onSend={(bewijs, onError) => {
            renew.mutate(bewijs, {
              onError,
              onSuccess: ({ herstelcodes }) => {
                onCodes(herstelcodes)
              },
            })
          }}
        />
      </section>
      <section className="sk-form sk-tweede-stap__part">
        <Heading level={2} size="level-3">
          {t('tweedeStap.aan.uit')}
        </Heading>
        <Paragraph>{t('tweedeStap.aan.uitUitleg')}</Paragraph>
        <BewijsForm
          orRecovery
          knop={t('tweedeStap.aan.uitKnop')}
          busy={off.isPending}
          error={off.error}
          onSend={(bewijs, onError) => {
            off.mutate(bewijs, {
              onError,
              onSuccess: () => {
                announce(t('tweedeStap.aan.uitgezet'))
                onOff()
              },
            })
          }}
        />
        <Paragraph>{t('tweedeStap.aan.kwijt')}</Paragraph>
      </section>
    </>
  )
}

const FEW = 3
const A_DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const
