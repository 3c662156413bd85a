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
      <label htmlFor={id}>{t('sorteer.label')}</label>
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
