import { useQuery } from '@tanstack/react-query'
import { useTranslation } from '@/i18n'
import { Notice } from '@/components/Notice'
import type { MomentInvoer, SluitingInvoer } from '@/lib/api/types'
import { Link } from '../Link'
import { vooruitblikQuery } from './queries'
import { Vooruitblik } from './Vooruitblik'

interface Props {
  organisatieId: string
  momenten: MomentInvoer[]
  sluitingen: SluitingInvoer[]
}

/** Times that a calendar of the organisation says: to read, and to change over there. */
export function UitAgenda({ organisatieId, momenten, sluitingen }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <Notice>
        <p>{t('momenten.agenda.uitleg')}</p>
        <p>
          <Link to="/mijn/organisaties/$id/agenda" params={{ id: organisatieId }}>
            {t('momenten.agenda.naar')}
          </Link>
        </p>
      </Notice>
      {momenten.length === 0 && <p>{t('momenten.agenda.geen')}</p>}
      {momenten.map((moment) => (
        <Tijd key={JSON.stringify(moment)} moment={moment} sluitingen={sluitingen} />
      ))}
    </>
  )
}

function Tijd({ moment, sluitingen }: { moment: MomentInvoer; sluitingen: SluitingInvoer[] }) {
  return (
    <div className="sk-vooruitblik">
      <Vooruitblik asked={useQuery(vooruitblikQuery(moment, sluitingen))} />
    </div>
  )
}
