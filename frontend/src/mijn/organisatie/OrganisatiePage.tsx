import { useParams } from '@tanstack/react-router'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/mijnLeden.json'
import { Paragraph } from '@/components/ams'
import { LoadError } from '@/components/LoadError'
import { PageHeading } from '@/components/PageHeading'
import { ResultSkeleton } from '@/components/ResultSkeleton'
import { isRefusal } from '@/lib/api/queryClient'
import type { Leden, Organisatie } from '@/lib/api/types'
import { Link } from '../Link'
import { useSessie } from '../sessie/sessie'
import { Gegevens } from './Gegevens'
import { useLeden, useOrganisatie } from './leden'
import { Mensen } from './Mensen'
import { Overdracht } from './Overdracht'
import { Uitnodigen } from './Uitnodigen'
import { Verzoeken } from './Verzoeken'
import { Vertrek } from './Vertrek'
import { Vertrouwen } from './Vertrouwen'
import '../page.css'
import '../aansluiten/aansluiten.css'
import './organisatie.css'

alsoSay(texts)

/** An organisation for its own people: what it says of itself, and who works for it. */
export function OrganisatiePage() {
  const { t } = useTranslation()
  const params: object = useParams({ strict: false })
  const id = 'id' in params ? String(params.id) : ''
  const organisatie = useOrganisatie(id)
  const leden = useLeden(id)
  const error = organisatie.error ?? leden.error
  const both = organisatie.data && leden.data
  if (isRefusal(error)) return <NotYours />
  const title = organisatie.data?.naam ?? t('leden.mensen')
  return (
    <div className="sk-container sk-mijn">
      <PageHeading title={title}>{title}</PageHeading>
      {organisatie.data && leden.data && (
        <Parts organisatie={organisatie.data} leden={leden.data} />
      )}
      {!both && error && (
        <LoadError
          error={error}
          busy={organisatie.isFetching || leden.isFetching}
          onRetry={() => {
            void organisatie.refetch()
            void leden.refetch()
          }}
        />
      )}
      {!both && !error && <ResultSkeleton count={2} />}
    </div>
  )
}

/** Whose page it is, and what they may do on it. */
export interface PartProps {
  id: string
  naam: string
  leden: Leden
  /** The account of who looks. */
  ik: string
  isOwner: boolean
  isEditor: boolean
}

function Parts({ organisatie, leden }: { organisatie: Organisatie; leden: Leden }) {
  const { data: sessie } = useSessie()
  const ik = sessie?.accountId ?? ''
  const isEditor = sessie?.rol === 'redactie' || sessie?.rol === 'beheer'
  const isOwner =
    isEditor || leden.leden.some(({ accountId, rol }) => accountId === ik && rol === 'eigenaar')
  const props = { id: organisatie.id, naam: organisatie.naam, leden, ik, isOwner, isEditor }
  return (
    <>
      <Overdracht {...props} />
      {isOwner && <Verzoeken {...props} />}
      <Mensen {...props} />
      {isOwner && <Uitnodigen {...props} />}
      {isEditor && <Vertrouwen id={organisatie.id} />}
      <Gegevens organisatie={organisatie} />
      {leden.leden.some(({ accountId }) => accountId === ik) && <Vertrek {...props} />}
    </>
  )
}

function NotYours() {
  const { t } = useTranslation()
  return (
    <div className="sk-container sk-mijn">
      <PageHeading title={t('leden.niet')}>{t('leden.niet')}</PageHeading>
      <Paragraph>{t('leden.nietUitleg')}</Paragraph>
      <p>
        <Link to="/mijn" className="ams-button ams-button--primary">
          {t('leden.naarAanbod')}
        </Link>
      </p>
    </div>
  )
}
