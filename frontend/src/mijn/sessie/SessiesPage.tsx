import { useRef } from 'react'
import { useTranslation } from '@/i18n'
import { Button, Heading, Paragraph } from '@/components/ams'
import { LoadError } from '@/components/LoadError'
import { Notice } from '@/components/Notice'
import { PageHeading } from '@/components/PageHeading'
import type { SessieInLijst } from '@/lib/api/types'
import { formatDay, localTime } from '@/lib/dates/localTime'
import { digits } from '@/lib/dates/speakTime'
import { announce } from '@/lib/navigation/announce'
import { Link } from '../Link'
import { useSessie } from './sessie'
import { useEndSessies, useSessies } from './sessies'
import '../page.css'
import './SessiesPage.css'

/** Where somebody is logged in, and ending that elsewhere. */
export function SessiesPage() {
  const { t } = useTranslation()
  const { data, error, refetch, isFetching } = useSessies()
  const { data: sessie } = useSessie()
  return (
    <div className="sk-container sk-mijn">
      <PageHeading title={t('mijn.sessies.titel')}>{t('mijn.sessies.titel')}</PageHeading>
      <Paragraph>{t('mijn.sessies.uitleg')}</Paragraph>
      {data && <Sessies sessies={data.resultaten} />}
      {!data && error && (
        <LoadError error={error} busy={isFetching} onRetry={() => void refetch()} />
      )}
      {sessie?.rol === 'lid' && (
        <section className="sk-form">
          <Heading level={2} size="level-3">
            {t('mijn.sessies.tweedeStap')}
          </Heading>
          <Paragraph>{t('mijn.sessies.tweedeStapUitleg')}</Paragraph>
          <Link to="/mijn/tweede-stap" className="ams-link sk-read-mail">
            {t('mijn.sessies.naarTweedeStap')}
          </Link>
        </section>
      )}
      {sessie?.email && (
        <Link to="/mijn/mail" className="ams-link sk-read-mail">
          {t('mijn.sessies.welkeMail')}
        </Link>
      )}
    </div>
  )
}

function Sessies({ sessies }: { sessies: SessieInLijst[] }) {
  const { t } = useTranslation()
  const list = useRef<HTMLUListElement>(null)
  const { mutate, isPending, isError } = useEndSessies()
  const others = sessies.filter(({ huidig }) => !huidig)
  const here = sessies.find(({ huidig }) => huidig)

  const end = (which: Parameters<typeof mutate>[0]) => {
    if (isPending) return
    mutate(which, {
      onSuccess: () => {
        announce(t(which === 'andere' ? 'mijn.sessies.beeindigdAlle' : 'mijn.sessies.beeindigdEen'))
        // The button that was pressed goes away with what it ended.
        list.current?.focus()
      },
    })
  }

  return (
    <>
      <ul className="sk-sessies" ref={list} tabIndex={-1}>
        {sessies.map((sessie) => (
          <li key={sessie.id} className="sk-sessie">
            <Words sessie={sessie} />
            {!sessie.huidig && (
              <Button
                variant="secondary"
                aria-disabled={isPending}
                aria-describedby={`sessie-${sessie.id}`}
                onClick={() => {
                  end({ id: sessie.id })
                }}
              >
                {t('mijn.sessies.beeindig')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div role="alert">
        {isError && (
          <Notice kind="wrong">
            <p>{t('mijn.sessies.mislukt')}</p>
          </Notice>
        )}
      </div>
      {others.length > 1 && (
        <Button
          aria-disabled={isPending}
          onClick={() => {
            end('andere')
          }}
        >
          {t('mijn.sessies.alleAndere')}
        </Button>
      )}
      {others.length === 0 && <p>{t('mijn.sessies.alleenHier')}</p>}
      {here && <End sessie={here} />}
    </>
  )
}

function End({ sessie }: { sessie: SessieInLijst }) {
  const { t, language } = useTranslation()
  const end = localTime(new Date(sessie.verlooptOp))
  const dag = formatDay(end.day, language, A_DAY)
  return (
    <p className="sk-small sk-muted">{t('mijn.sessies.geldig', { dag, tijd: digits(end, t) })}</p>
  )
}

function Words({ sessie }: { sessie: SessieInLijst }) {
  const { t, language } = useTranslation()
  const made = localTime(new Date(sessie.aangemaaktOp))
  const spoken = (day: string) => formatDay(day, language, A_DAY)
  return (
    <div id={`sessie-${sessie.id}`}>
      <p className="sk-sessie__what">
        {t(sessie.huidig ? 'mijn.sessies.deze' : 'mijn.sessies.andere')}
      </p>
      <p className="sk-small sk-muted">
        {t('mijn.sessies.sinds', { dag: spoken(made.day), tijd: digits(made, t) })}
        <br />
        {t('mijn.sessies.gebruikt', { dag: spoken(sessie.gebruiktOp) })}
      </p>
    </div>
  )
}

const A_DAY = { weekday: 'long', day: 'numeric', month: 'long' } as const
