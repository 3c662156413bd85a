import { useRef, useState } from 'react'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/mijnTweedeStap.json'
import { Paragraph } from '@/components/ams'
import { LoadError } from '@/components/LoadError'
import { Notice } from '@/components/Notice'
import { PageHeading } from '@/components/PageHeading'
import type { TweedeStap } from '@/lib/api/types'
import { useSessie } from '../sessie/sessie'
import { Aan } from './Aan'
import { Aanzetten } from './Aanzetten'
import { Herstelcodes } from './Herstelcodes'
import { useTweedeStap } from './tweedeStap'
import '../page.css'
import '../form/form.css'
import './tweede-stap.css'

alsoSay(texts)

/** A code of an app beside the link in the mail, for who wants that. */
export function TweedeStapPage() {
  const { t } = useTranslation()
  const { data, error, isFetching, refetch } = useTweedeStap()
  const [codes, setCodes] = useState<string[]>()
  const said = useRef<HTMLDivElement>(null)
  // What had the focus is gone.
  const toWhatIsSaid = () => said.current?.focus()
  return (
    <div className="sk-container sk-mijn">
      <PageHeading title={t('tweedeStap.titel')}>{t('tweedeStap.titel')}</PageHeading>
      <div ref={said} tabIndex={-1} className="sk-tweede-stap__said">
        <Paragraph>{t('tweedeStap.uitleg')}</Paragraph>
      </div>
      {codes && (
        <Herstelcodes
          codes={codes}
          onKept={() => {
            setCodes(undefined)
            toWhatIsSaid()
          }}
        />
      )}
      {data && !codes && <Stand stap={data} onCodes={setCodes} onOff={toWhatIsSaid} />}
      {!data && error && (
        <LoadError error={error} busy={isFetching} onRetry={() => void refetch()} />
      )}
    </div>
  )
}

interface StandProps {
  stap: TweedeStap
  onCodes: (codes: string[]) => void
  onOff: () => void
}

function Stand({ stap, onCodes, onOff }: StandProps) {
  const { t } = useTranslation()
  const { data: sessie } = useSessie()
  if (stap.aanSinds) return <Aan stap={stap} onCodes={onCodes} onOff={onOff} />
  if (stap.beschikbaar) return <Aanzetten onCodes={onCodes} />
  return (
    <Notice>
      <p>{t(sessie?.rol === 'lid' ? 'tweedeStap.kanNiet' : 'tweedeStap.nietHier')}</p>
    </Notice>
  )
}
