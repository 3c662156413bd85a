import { Lightbulb, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '@/i18n'
import type { Tip } from '@/lib/api/types'
import { announce } from '@/lib/navigation/announce'

interface Props {
  id: string
  tips: Tip[]
  value: string
  onTake: (value: string) => void
}

/** What could be said more plainly, each with a sentence to take in one press, and to put back. */
export function Tips({ id, tips, value, onTake }: Props) {
  const { t } = useTranslation()
  const [taken, setTaken] = useState<{ before: string; after: string } | null>(null)
  // A hint is about a sentence that stands there; the next answer knows about the new one.
  const standing = tips.filter(({ zin }) => value.includes(zin))
  const undo = taken?.after === value ? taken : null
  if (standing.length === 0 && !undo) return null

  function take(zin: string, instead: string) {
    const after = value.replace(zin, () => instead)
    setTaken({ before: value, after })
    onTake(after)
    announce(t('bewerk.tips.genomen'))
  }

  return (
    <div className="sk-tips">
      {undo && (
        <p className="sk-tips__taken">
          {t('bewerk.tips.genomen')}{' '}
          <button
            type="button"
            className="sk-tips__take"
            onClick={() => {
              setTaken(null)
              onTake(undo.before)
              announce(t('bewerk.tips.teruggedraaid'))
            }}
          >
            <Undo2 className="sk-icon" />
            {t('bewerk.tips.terug')}
          </button>
        </p>
      )}
      {standing.length > 0 && (
        <p id={id} className="sk-tips__count">
          <Lightbulb className="sk-icon" />
          {t('bewerk.tips.aantal', { count: standing.length })}
        </p>
      )}
      <ul className="sk-tips__list">
        {standing.map((tip, i) => (
          <li key={`${tip.zin} ${tip.woord ?? ''}`}>
            {standing[i - 1]?.zin !== tip.zin && <q>{tip.zin}</q>}
            <p>
              {tip.soort === 'lang'
                ? t('bewerk.tips.lang', { aantal: tip.aantal ?? 0 })
                : t('bewerk.tips.woord', { woord: tip.woord ?? '', liever: tip.liever ?? '' })}
            </p>
            <p className="sk-tips__ways">
              {tip.voorstellen.map(({ tekst, zin }) => (
                <button
                  key={zin}
                  type="button"
                  className="sk-tips__take"
                  onClick={() => {
                    take(tip.zin, zin)
                  }}
                >
                  {tekst ? t('bewerk.tips.schrijf', { tekst }) : t('bewerk.tips.knip')}
                </button>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}
