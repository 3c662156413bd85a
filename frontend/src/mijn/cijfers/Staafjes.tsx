import { useTranslation } from '@/i18n'
import type { Getal, MaandBereik } from '@/lib/api/types'
import { useWording } from './cijfers'

const DRAWN = ['getoond', 'geopend'] as const
type Drawn = (typeof DRAWN)[number]

/** Half a year is seen at a glance. */
const MOST = 6

/**
 * Two bars for each month, up to the chosen one: an open one for what was shown, a full one for what
 * was opened. Drawn a bar at a time, so that words keep their size where the screen is narrow. Who
 * does not see it reads the table, which has the same counts.
 *
 * @param tot the place of the chosen month, the latest being 0.
 */
export function Staafjes({ maanden, tot }: { maanden: MaandBereik[]; tot: number }) {
  const { t } = useTranslation()
  const say = useWording()
  const shown = maanden.slice(tot, tot + MOST)
  const most = Math.max(...shown.flatMap((one) => DRAWN.map((soort) => lengthOf(one[soort]))), 1)
  return (
    <div className="sk-staafjes" role="img" aria-label={t('cijfers.verloop.beeld')}>
      <p className="sk-staafjes__uitleg sk-small">
        {DRAWN.map((soort) => (
          <span key={soort}>
            <svg width="1.5em" height="0.75em" focusable="false">
              <Bar soort={soort} part={1} />
            </svg>
            {t(`cijfers.soort.${soort}`)}
          </span>
        ))}
      </p>
      {shown.map((one) => (
        <div key={one.maand} className="sk-staafjes__maand">
          <span className="sk-staafjes__naam">{say.maand(one.maand)}</span>
          {DRAWN.map((soort) => (
            <span key={soort} className="sk-staafjes__regel">
              <svg width="100%" height="0.75em" focusable="false">
                <Bar
                  soort={soort}
                  part={lengthOf(one[soort]) / most}
                  few={!!one[soort].minderDan}
                />
              </svg>
              <span>{say.getal(one[soort])}</span>
            </span>
          ))}
        </div>
      ))}
    </div>
  )
}

/** Of what is only less than something, as long as that: it is drawn with a dashed line. */
const lengthOf = ({ aantal, minderDan }: Getal) => aantal ?? minderDan ?? 0

/** @param part from 0 to 1; the line around it stays within the drawing. */
function Bar({ soort, part, few = false }: { soort: Drawn; part: number; few?: boolean }) {
  if (part === 0) return null
  return (
    <rect
      className="sk-staafjes__staaf"
      data-soort={soort}
      data-few={few || undefined}
      x="1"
      y="1"
      width={`${(part * 98).toFixed(1)}%`}
      height="80%"
      rx="2"
    />
  )
}
