import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from '@/i18n'
import { Dutch } from '@/components/Dutch'
import { Heading, Paragraph } from '@/components/ams'
import { config } from '@/lib/config'
import { outlines, size, type Outline } from '@/lib/wijken/outlines'
import { WijkFinder } from './WijkFinder'
import './WijkChooser.css'

const byName = [...outlines].sort((a, b) => a.naam.localeCompare(b.naam, 'nl'))

interface Props {
  counts: Record<string, number> | undefined
}

/** Pick a wijk on the patchwork or from the list; the two point at each other. */
export function WijkChooser({ counts }: Props) {
  const { t } = useTranslation()
  const [pointed, setPointed] = useState<string | null>(null)
  return (
    <section aria-labelledby="wijken" className="sk-home__section">
      <Heading level={2} id="wijken">
        {t('home.wijken')}
      </Heading>
      <Paragraph className="sk-muted">
        {t('home.wijkenUitleg', { gemeente: config.gemeente })}
      </Paragraph>
      <WijkFinder />
      <div className="sk-chooser">
        <WijkMap pointed={pointed} onPoint={setPointed} />
        <ul className="sk-chooser__list">
          {byName.map((wijk) => (
            <li key={wijk.code}>
              <Link
                to="/wijken/$slug"
                params={{ slug: wijk.slug }}
                className="sk-chooser__wijk"
                data-pointed={wijk.code === pointed || undefined}
                onPointerEnter={() => {
                  setPointed(wijk.code)
                }}
                onPointerLeave={() => {
                  setPointed(null)
                }}
                onFocus={() => {
                  setPointed(wijk.code)
                }}
                onBlur={() => {
                  setPointed(null)
                }}
              >
                <span className="sk-chooser__label">
                  <Dutch>{wijk.naam}</Dutch>
                </span>{' '}
                {counts && <Count value={counts[wijk.code] ?? 0} />}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

function Count({ value }: { value: number }) {
  const { t } = useTranslation()
  return (
    <span className="sk-chooser__count">
      {value} <span className="ams-visually-hidden">{t('home.resultaten', { count: value })}</span>
    </span>
  )
}

interface MapProps {
  pointed: string | null
  onPoint: (code: string | null) => void
}

/** For eyes and pointers only: the list beside it holds the same links for everybody. */
function WijkMap({ pointed, onPoint }: MapProps) {
  const shown = outlines.find(({ code }) => code === pointed)
  return (
    <svg
      className="sk-chooser__map"
      viewBox={`-2 -2 ${size.width + 4} ${size.height + 4}`}
      aria-hidden="true"
      focusable="false"
    >
      {outlines.map((wijk) => (
        <WijkArea key={wijk.code} wijk={wijk} pointed={wijk === shown} onPoint={onPoint} />
      ))}
      {outlines
        .filter(({ naam, room }) => room > naam.length * LETTER)
        .map(({ code, naam, nx, ny }) => (
          <text key={code} x={nx} y={ny + 4} textAnchor="middle">
            {naam}
          </text>
        ))}
      {shown && (
        <>
          <path d={shown.d} className="sk-chooser__edge" />
          <text x={labelX(shown)} y={shown.ny + 5} textAnchor="middle" className="sk-chooser__name">
            {shown.naam}
          </text>
        </>
      )}
    </svg>
  )
}

function WijkArea({
  wijk,
  pointed,
  onPoint,
}: {
  wijk: Outline
  pointed: boolean
  onPoint: MapProps['onPoint']
}) {
  return (
    <Link
      to="/wijken/$slug"
      params={{ slug: wijk.slug }}
      tabIndex={-1}
      onPointerEnter={() => {
        onPoint(wijk.code)
      }}
      onPointerLeave={() => {
        onPoint(null)
      }}
    >
      <path d={wijk.d} data-pointed={pointed || undefined} />
    </Link>
  )
}

/** Width of a letter on the map, in the units of the drawing. */
const LETTER = 5.6

/** Keeps a long name inside the drawing. */
function labelX({ nx, naam }: Outline): number {
  const half = naam.length * 4.6
  return Math.min(Math.max(nx, half), size.width - half)
}
