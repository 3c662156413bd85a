import { Link } from '@tanstack/react-router'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from '@/i18n'
import { narrowed, type Zoekvraag } from '@/lib/zoekvraag/zoekvraag'
import './Pager.css'

interface Props {
  vraag: Zoekvraag
  totaal: number
  page: number
  pageSize: number
}

/** Real links to the previous and next page, which keep everything else in the address. */
export function Pager({ vraag, totaal, page, pageSize }: Props) {
  const { t } = useTranslation()
  if (totaal <= pageSize) return null
  const from = (page - 1) * pageSize + 1
  const to = Math.min(page * pageSize, totaal)
  return (
    <nav className="sk-pager" aria-label={t('bladeren.label')}>
      <p>{t('bladeren.stand', { van: from, tot: to, totaal })}</p>
      <div className="sk-pager__links">
        {page > 1 && (
          <Link
            to="/zoeken"
            search={atPage(vraag, page - 1)}
            rel="prev"
            className="ams-button ams-button--secondary"
          >
            <ChevronLeft className="sk-icon sk-icon--way" aria-hidden="true" />
            {t('bladeren.vorige', { aantal: pageSize })}
          </Link>
        )}
        {to < totaal && (
          <Link
            to="/zoeken"
            search={atPage(vraag, page + 1)}
            rel="next"
            className="ams-button ams-button--secondary"
          >
            {t('bladeren.volgende', { aantal: Math.min(pageSize, totaal - to) })}
            <ChevronRight className="sk-icon sk-icon--way" aria-hidden="true" />
          </Link>
        )}
      </div>
    </nav>
  )
}

function atPage(vraag: Zoekvraag, page: number): Zoekvraag {
  const rest = narrowed(vraag, {})
  return page > 1 ? { ...rest, page } : rest
}
