import { Minus, Plus } from 'lucide-react'
import { alsoSay, useTranslation, type TextKey } from '@/i18n'
import texts from '@/i18n/nl/mijnRedactie.json'
import type { Veldverschil } from '@/lib/api/types'
import './verschillen.css'

alsoSay(texts)

type Piece = Veldverschil['stukken'][number]

interface Props {
  verschillen: Veldverschil[]
  /** Everything is new, so that marking it says nothing. */
  plain?: boolean
}

/** What changed, a field at a time: words that came and went in a text, things of a list. */
export function Verschillen({ verschillen, plain = false }: Props) {
  const { t } = useTranslation()
  return (
    <dl className="sk-verschillen" data-plain={plain || undefined}>
      {verschillen.map(({ veld, vorm, stukken }) => (
        <div key={veld} className="sk-verschil">
          <dt>{t(keyOf(veld))}</dt>
          <dd>{vorm === 'tekst' ? <Running pieces={stukken} /> : <List pieces={stukken} />}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The API may know a field before this page does; then the key stands there, and a test fails. */
function keyOf(veld: string): TextKey {
  const [field = '', part] = veld.split('.')
  return (part ? `redactie.contact.${part}` : `redactie.veld.${field}`) as TextKey
}

function Running({ pieces }: { pieces: Piece[] }) {
  return (
    <p className="sk-verschil__text">
      {pieces.map((piece, at) =>
        piece.soort === 'gelijk' ? (
          <span key={at}>{clipped(piece.tekst, at > 0, at < pieces.length - 1)}</span>
        ) : (
          <Marked key={at} piece={piece} />
        ),
      )}
    </p>
  )
}

function List({ pieces }: { pieces: Piece[] }) {
  return (
    <ul className="sk-verschil__list">
      {pieces.map((piece, at) => (
        <li key={at} data-soort={piece.soort}>
          {piece.soort === 'erbij' && <Plus className="sk-icon" />}
          {piece.soort === 'weg' && <Minus className="sk-icon" />}
          {piece.soort === 'gelijk' ? piece.tekst : <Marked piece={piece} />}
        </li>
      ))}
    </ul>
  )
}

/** Colour, a line and a word that only a screen reader says: never colour alone. */
function Marked({ piece: { soort, tekst } }: { piece: Piece }) {
  const { t } = useTranslation()
  const Mark = soort === 'erbij' ? 'ins' : 'del'
  return (
    <Mark>
      <span className="ams-visually-hidden">
        {t(soort === 'erbij' ? 'redactie.erbij' : 'redactie.eraf')}{' '}
      </span>
      {tekst}
    </Mark>
  )
}

const AROUND = 80

/** What stays the same between two changes, short enough to find them; the ends stay whole. */
export function clipped(text: string, isAfter: boolean, isBefore: boolean): string {
  const head = isAfter ? AROUND : 0
  const tail = isBefore ? AROUND : 0
  if (head + tail === 0 || text.length <= head + tail + AROUND) return text
  const from = head ? text.slice(0, text.lastIndexOf(' ', head) + 1) : ''
  const to = tail ? text.slice(text.indexOf(' ', text.length - tail)) : ''
  return `${from}…${to}`
}
