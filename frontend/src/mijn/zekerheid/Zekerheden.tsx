import { useState } from 'react'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/mijnZekerheid.json'
import type { EigenZekerheid } from '@/lib/api/types'
import { Zekergroep } from './Zekergroep'
import { isWeak, type Groep } from './zekerheid'
import './zekerheid.css'

alsoSay(texts)

interface Props {
  id: string
  zekerheid: readonly EigenZekerheid[]
  /** The id of what this is about, read beside each button. */
  over: string
}

/** What somebody had better look at in a listing, and why; what is sure takes one line. */
export function Zekerheden({ id, zekerheid, over }: Props) {
  const { t } = useTranslation()
  const weak = zekerheid.filter(isWeak).map(({ groep }) => groep)
  // What is confirmed stays, so that it can be taken back and the focus has a place.
  const [wasWeak, setWasWeak] = useState<ReadonlySet<Groep>>(new Set(weak))
  if (weak.some((groep) => !wasWeak.has(groep))) setWasWeak(new Set([...wasWeak, ...weak]))
  if (wasWeak.size === 0) return null
  const sure = zekerheid.filter(({ groep }) => !wasWeak.has(groep))
  return (
    <div className="sk-zekerheden">
      <ul>
        {zekerheid
          .filter(({ groep }) => wasWeak.has(groep))
          .map((each) => (
            <Zekergroep key={each.groep} id={id} zekerheid={each} over={over} />
          ))}
      </ul>
      {sure.length > 0 && (
        <p className="sk-small sk-muted">
          {t('mijnZekerheid.zeker', {
            groepen: sure
              .map(({ groep }) => t(`mijnZekerheid.groep.${groep}`).toLowerCase())
              .join(', '),
          })}
        </p>
      )}
    </div>
  )
}
