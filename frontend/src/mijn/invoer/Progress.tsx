import { useEffect } from 'react'
import { useTranslation } from '@/i18n'
import { Heading } from '@/components/ams'
import { announce } from '@/lib/navigation/announce'
import type { Invoer } from './invoer'

/** How far the worker is; the page may be closed meanwhile. */
export function Progress({ invoer }: { invoer: Invoer }) {
  const { t } = useTranslation()
  const [done, total] = share(invoer)
  const busy = invoer.stand === 'nakijken' || invoer.stand === 'uitvoeren' ? invoer.stand : 'terug'
  useEffect(() => {
    announce(t(`mijn.invoer.voortgang.${busy}`))
  }, [busy, t])
  return (
    <section className="sk-progress" aria-labelledby="voortgang">
      <Heading level={2} size="level-3" id="voortgang" tabIndex={-1}>
        {t(`mijn.invoer.voortgang.${busy}`)}
      </Heading>
      <progress max={total || 1} value={done} aria-label={t('mijn.invoer.voortgang.balk')} />
      <p>{t('mijn.invoer.voortgang.rijen', { gedaan: done, totaal: total })}</p>
      <p className="sk-small sk-muted">{t('mijn.invoer.voortgang.sluiten')}</p>
    </section>
  )
}

function share({ stand, rijen, nagekeken, tellingen, gedaan, teruggedraaid }: Invoer) {
  if (stand === 'nakijken') return [nagekeken, rijen] as const
  if (stand === 'uitvoeren') return [gedaan, tellingen.nieuw + tellingen.gewijzigd] as const
  const back = teruggedraaid.verwijderd + teruggedraaid.hersteld + teruggedraaid.gebleven
  return [back, gedaan] as const
}
