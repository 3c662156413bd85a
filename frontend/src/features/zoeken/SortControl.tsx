import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { useTranslation } from '@/i18n'
import { SelectBox } from '@/components/SelectBox'
import { narrowed, SORTS, type Sort, type Zoekvraag } from '@/lib/zoekvraag/zoekvraag'
import { askPlek, usePlek } from './nearby'
import { useChangeVraag } from './useChangeVraag'
import './SortControl.css'

/** The order of the results. "Dichtbij" first asks where you are, and only then sorts. */
export function SortControl({ vraag }: { vraag: Zoekvraag }) {
  const { t } = useTranslation()
  const id = useId()
  const change = useChangeVraag()
  const { state } = usePlek()
  const chosen = vraag.sort ?? 'relevantie'

  async function choose(sort: Sort) {
    if (sort === 'afstand' && !(await askPlek())) return
    change(narrowed(vraag, { sort: sort === 'relevantie' ? undefined : sort }))
  }

  const needsPlace = chosen === 'afstand' && state !== 'known'
  return (
    <div className="sk-sort">
      <SortLinks vraag={vraag} />
      <label htmlFor={id} className="sk-script">
        {t('sorteer.label')}
      </label>
      <span className="sk-script">
        <SelectBox
          id={id}
          value={chosen}
          onChange={(event) => void choose(event.target.value as Sort)}
        >
          {SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {t(`sorteer.${sort}`)}
            </option>
          ))}
        </SelectBox>
      </span>
      <p role="status" className="sk-sort__status">
        {state === 'asking' && t('sorteer.vraagt')}
        {state === 'refused' && t('sorteer.geweigerd')}
        {needsPlace && state === 'unasked' && (
          <button type="button" className="sk-link-button" onClick={() => void askPlek()}>
            {t('sorteer.deelPlek')}
          </button>
        )}
      </p>
    </div>
  )
}

/** The same without script, for which nobody can say where they are. */
function SortLinks({ vraag }: { vraag: Zoekvraag }) {
  const { t } = useTranslation()
  const chosen = vraag.sort ?? 'relevantie'
  return (
    <noscript>
      <nav aria-label={t('sorteer.label')} className="sk-sort__links">
        {SORTS.filter((sort) => sort !== 'afstand').map((sort) => (
          <Link
            key={sort}
            to="/zoeken"
            search={narrowed(vraag, { sort: sort === 'relevantie' ? undefined : sort })}
            activeOptions={{ exact: true }}
            aria-current={sort === chosen}
            className="ams-link"
          >
            {t(`sorteer.${sort}`)}
          </Link>
        ))}
      </nav>
    </noscript>
  )
}
