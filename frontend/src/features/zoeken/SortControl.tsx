import { Link } from '@tanstack/react-router'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from '@/i18n'
import { useChangeVraag } from '@/components/filters/useChangeVraag'
import { SelectBox } from '@/components/SelectBox'
import { currentPlek } from '@/lib/plek/plek'
import { narrowed, SORTS, type Sort, type Zoekvraag } from '@/lib/zoekvraag/zoekvraag'
import { Vanaf } from './vanaf/LazyVanaf'
import './SortControl.css'

/** The order of the results. "Dichtbij" first asks where you are, and only then sorts. */
export function SortControl({ vraag }: { vraag: Zoekvraag }) {
  const { t } = useTranslation()
  const id = useId()
  const change = useChangeVraag()
  const [wanted, setWanted] = useState(false)
  const chosen = vraag.sort ?? 'relevantie'
  const sortBy = (sort: Sort) => {
    change(narrowed(vraag, { sort: sort === 'relevantie' ? undefined : sort }))
  }

  function choose(sort: Sort) {
    setWanted(sort === 'afstand')
    if (sort !== 'afstand' || currentPlek()) sortBy(sort)
  }

  // What somebody chose before the page came to life.
  const atStart = useRef((shown: string) => {
    if (shown !== chosen) choose(shown as Sort)
  })
  useEffect(() => {
    atStart.current((document.getElementById(id) as HTMLSelectElement).value)
  }, [id])

  return (
    <div className="sk-sort">
      <noscript>{import.meta.env.SSR && <SortLinks vraag={vraag} />}</noscript>
      <label htmlFor={id} className="sk-script">
        {t('sorteer.label')}
      </label>
      <span className="sk-script">
        <SelectBox
          id={id}
          value={chosen}
          onChange={(event) => {
            choose(event.target.value as Sort)
          }}
        >
          {SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {t(`sorteer.${sort}`)}
            </option>
          ))}
        </SelectBox>
      </span>
      {(wanted || chosen === 'afstand') && (
        <Vanaf
          ask={wanted}
          onKnown={() => {
            sortBy('afstand')
          }}
        />
      )}
    </div>
  )
}

/**
 * The same without script, for which nobody can say where they are. A browser never draws what is
 * in a noscript, so its code can do without.
 */
function SortLinks({ vraag }: { vraag: Zoekvraag }) {
  const { t } = useTranslation()
  const chosen = vraag.sort ?? 'relevantie'
  return (
    <nav aria-label={t('sorteer.label')} className="sk-sort__links">
      <span aria-hidden="true">{t('sorteer.label')}:</span>
      {SORTS.filter((sort) => sort !== 'afstand').map((sort) => (
        <Link
          key={sort}
          to="/zoeken"
          search={narrowed(vraag, { sort: sort === 'relevantie' ? undefined : sort })}
          activeOptions={{ exact: true }}
          aria-current={sort === chosen ? 'true' : undefined}
          className="ams-link"
        >
          {t(`sorteer.${sort}`)}
        </Link>
      ))}
    </nav>
  )
}
