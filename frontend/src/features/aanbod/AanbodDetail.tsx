import { Link } from '@tanstack/react-router'
import { useTranslation } from '@/i18n'
import { Dutch } from '@/components/Dutch'
import { AmbitieMark } from '@/components/AmbitieMark'
import { BackLink } from '@/components/BackLink'
import { PageHeading } from '@/components/PageHeading'
import { SaveButton } from '@/components/SaveButton'
import type { Aanbod } from '@/lib/api/types'
import { useNow } from '@/lib/dates/now'
import { useLabels } from '@/lib/wording/labels'
import { Alike } from './Alike'
import { Contact } from './Contact'
import { Share } from './delen/Share'
import { Facts } from './Facts'
import { LastChecked } from './LastChecked'
import { MeldFout } from './melding/MeldFout'
import { Photo } from './Photo'
import { Place } from './Place'
import { StatusNotice } from './StatusNotice'
import { Story } from './Story'
import { ReadAanbod } from './voorlezen/LazyReadAanbod'
import './AanbodDetail.css'

/** Everything somebody needs to know before going, the decisive things first. */
export function AanbodDetail({ aanbod }: { aanbod: Aanbod }) {
  const { t, code } = useTranslation()
  const labelOf = useLabels()
  const now = useNow()
  const { titel, samenvatting, ambities, organisatie } = aanbod
  const stopped = aanbod.status === 'gestopt'
  const alike = <Alike aanbod={aanbod} now={now} labelOf={labelOf} />
  return (
    <article className="sk-container sk-aanbod">
      <BackLink />
      <header className="sk-aanbod__head">
        <p className="sk-aanbod__ambities">
          {ambities.map((code) => (
            <AmbitieMark key={code} code={code} label={labelOf('ambities', code)} />
          ))}
        </p>
        <PageHeading title={titel}>
          <Dutch>{titel}</Dutch>
        </PageHeading>
        {samenvatting && (
          <p className="sk-aanbod__lead">
            <Dutch>{samenvatting}</Dutch>
          </p>
        )}
        <p className="sk-muted">
          {t('aanbod.door')}{' '}
          <Link to="/organisaties/$slug" params={{ slug: organisatie.slug }} className="ams-link">
            <Dutch>{organisatie.naam}</Dutch>
          </Link>
        </p>
        {code !== 'nl' && <p className="sk-muted">{t('aanbod.inHetNederlands')}</p>}
        <div className="sk-aanbod__tools">
          <SaveButton aanbod={aanbod} />
          <ReadAanbod key={aanbod.id} aanbod={aanbod} now={now} />
        </div>
      </header>
      <StatusNotice aanbod={aanbod} now={now} />
      {stopped && alike}
      <div className="sk-aanbod__columns">
        <div className="sk-aanbod__side">
          <Facts aanbod={aanbod} now={now} labelOf={labelOf} />
          <Contact aanbod={aanbod} />
        </div>
        <div className="sk-aanbod__main">
          {aanbod.beeld && <Photo beeld={aanbod.beeld} />}
          <Story aanbod={aanbod} labelOf={labelOf} />
          <Place aanbod={aanbod} labelOf={labelOf} />
          <LastChecked aanbod={aanbod} now={now} />
          <MeldFout key={aanbod.id} aanbod={aanbod} />
          <Share titel={titel} />
        </div>
      </div>
      {!stopped && alike}
    </article>
  )
}
