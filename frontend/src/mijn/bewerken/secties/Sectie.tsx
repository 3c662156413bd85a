import type { ReactNode } from 'react'
import { useTranslation } from '@/i18n'
import { Heading } from '@/components/ams'

export const SECTIES = [
  'wat',
  'voorWie',
  'wanneer',
  'waar',
  'meedoen',
  'contact',
  'helpen',
  'foto',
  'bijhouden',
] as const
export type Sectienaam = (typeof SECTIES)[number]

export const sectieId = (naam: Sectienaam) => `sectie-${naam}`

/** One subject of the page, by which people find their way in it. */
export function Sectie({ naam, children }: { naam: Sectienaam; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <section className="sk-bewerk__section" aria-labelledby={sectieId(naam)}>
      <Heading level={2} id={sectieId(naam)} tabIndex={-1}>
        {t(`bewerk.sectie.${naam}`)}
      </Heading>
      {children}
    </section>
  )
}

type Meer = 'wat' | 'voorWie' | 'meedoen'

/** What most listings do without. */
export function Meer({ over, children }: { over: Meer; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <details className="sk-bewerk__more">
      <summary>{t(`bewerk.meerOver.${over}`)}</summary>
      <div className="sk-bewerk__fields">{children}</div>
    </details>
  )
}
