import { useQuery } from '@tanstack/react-query'
import { useTranslation } from '@/i18n'
import { Notice } from '@/components/Notice'
import { Link } from '../Link'
import { plekkenQuery } from './plekken'

/** In the page for writing: that copies follow what is written here, or that this one follows. */
export function Meeloopt({ id }: { id: string }) {
  const { t } = useTranslation()
  const { data } = useQuery(plekkenQuery(id))
  if (!data || (!data.origineel && data.kopieen.length === 0)) return null
  const apart = data.delen.filter(({ stand }) => stand === 'wijkt-af').length
  return (
    <Notice>
      <p>
        {data.origineel
          ? t('bewerk.plekken.kopie', { titel: data.origineel.titel })
          : t('bewerk.plekken.lopenMee', { count: data.kopieen.length })}
        {apart > 0 && ` ${t('bewerk.plekken.wijktAf', { count: apart })}`}{' '}
        <Link to="/mijn/aanbod/$id/plekken" params={{ id }} className="ams-link">
          {t(data.origineel ? 'bewerk.plekken.bekijkDelen' : 'bewerk.plekken.bekijk')}
        </Link>
      </p>
    </Notice>
  )
}
