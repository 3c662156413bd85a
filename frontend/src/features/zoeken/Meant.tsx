import { Link } from '@tanstack/react-router'
import { useTranslation } from '@/i18n'
import { narrowed, type Zoekvraag } from '@/lib/zoekvraag/zoekvraag'
import { meantWords } from './meant'

interface Props {
  vraag: Zoekvraag
  corrected: string | null | undefined
}

/** Says that we searched for a better spelling, which the link puts in the box too. */
export function Meant({ vraag, corrected }: Props) {
  const { t } = useTranslation()
  if (!corrected || !vraag.q) return null
  const words = meantWords(vraag.q, corrected)
  const q = words.map(({ tekst }) => tekst).join('')
  return (
    <p className="sk-zoeken__meant">
      {t('bedoeld.vraag')}{' '}
      <Link to="/zoeken" search={narrowed(vraag, { q })} resetScroll={false} className="ams-link">
        {words.map(({ tekst, raak }, i) => (raak ? <strong key={i}>{tekst}</strong> : tekst))}
      </Link>
      {t('bedoeld.gezocht')}
    </p>
  )
}
