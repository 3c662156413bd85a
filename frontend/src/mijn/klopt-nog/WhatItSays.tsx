import { useState } from 'react'
import { useTranslation } from '@/i18n'
import { Ask } from '@/components/Ask'
import type { Aanbod } from '@/lib/api/types'
import { capitalised } from '@/lib/wording/capitalised'
import { useLabels } from '@/lib/wording/labels'
import { momentText } from '@/lib/wording/momentText'
import { whenOf } from '@/lib/wording/when'
import { whereOf } from '@/lib/wording/where'

/** What gets out of date: when, where, what it asks, and how to reach somebody. */
export function WhatItSays({ aanbod }: { aanbod: Aanbod }) {
  const { t, language } = useTranslation()
  const labelOf = useLabels()
  const { locatie, contact } = aanbod
  const street = [locatie?.straat, locatie?.postcode].filter(Boolean).join(', ')
  const ways = [contact.naam, contact.telefoon, contact.email, contact.website].filter(Boolean)
  return (
    <dl className="sk-vraag__says">
      <dt>{t('kloptNog.wanneer')}</dt>
      <dd>
        <Times aanbod={aanbod} />
      </dd>
      <dt>{t('kloptNog.waar')}</dt>
      <dd>
        <p>{whereOf(aanbod, t, language)}</p>
        {street && <p>{street}</p>}
      </dd>
      <dt>{t('kloptNog.meedoen')}</dt>
      <dd>
        <Ask aanbod={aanbod} labelOf={labelOf} />
      </dd>
      <dt>{t('kloptNog.contact')}</dt>
      <dd>
        {ways.length === 0 && <p>{t('kloptNog.geenContact')}</p>}
        {ways.map((way) => (
          <p key={way}>{way}</p>
        ))}
      </dd>
    </dl>
  )
}

/** The rules themselves, and not when it is next: those are what somebody has to check. */
function Times({ aanbod }: { aanbod: Aanbod }) {
  const translator = useTranslation()
  const [now] = useState(() => new Date())
  const { momenten } = aanbod
  if (momenten.length === 0) return <p>{whenOf(aanbod, now, translator).text}</p>
  return (
    <ul>
      {momenten.map((moment) => (
        <li key={moment.id}>
          {capitalised(momentText(moment, translator).text, translator.language)}
        </li>
      ))}
    </ul>
  )
}
