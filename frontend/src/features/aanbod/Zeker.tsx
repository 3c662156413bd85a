import { CircleAlert, CircleCheck } from 'lucide-react'
import { useTranslation } from '@/i18n'
import type { Aanbod } from '@/lib/api/types'
import { brokenWays, surenessOf, type Groep, type Sureness } from './zekerheid'
import './Zeker.css'

/** Beside what it is about: that it was checked, or that somebody had better ask. */
export function Zeker({ aanbod, groep }: { aanbod: Aanbod; groep: Groep }) {
  const said = surenessOf(aanbod, groep, useTranslation())
  return said && <Line {...said} />
}

/** What was tried and did not work, where somebody is about to try it too. */
export function WerktNiet({ aanbod }: { aanbod: Aanbod }) {
  const { t } = useTranslation()
  return brokenWays(aanbod).map((kanaal) => (
    <Line key={kanaal} text={t(`zekerheid.werktNiet.${kanaal}`)} doubt />
  ))
}

function Line({ text, doubt }: Sureness) {
  const Icon = doubt ? CircleAlert : CircleCheck
  return (
    <p className="sk-zeker" data-doubt={doubt || undefined}>
      <Icon className="sk-icon" />
      <span>{text}</span>
    </p>
  )
}
