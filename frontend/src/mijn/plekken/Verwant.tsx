import { useTranslation } from '@/i18n'
import type { Verwant as Kin } from '@/lib/api/types'
import { namesOfWijken } from '@/lib/wijken/outlines'
import { Link } from '../Link'

/** A listing as its kin shows it: told apart by where it is, and the way to it. */
export function Verwant({ verwant: { id, titel, status, plek, wijken } }: { verwant: Kin }) {
  const { t } = useTranslation()
  const where = [plek, namesOfWijken(wijken)].filter(Boolean).join(' · ')
  return (
    <>
      <Link to="/mijn/aanbod/$id" params={{ id }} className="ams-link sk-plekken__kin">
        {titel} · {where || t('plekken.zonderPlek')}
      </Link>{' '}
      <span className="sk-small sk-muted">({t(`plekken.stand.${status}`)})</span>
    </>
  )
}
