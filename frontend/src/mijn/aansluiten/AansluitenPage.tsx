import { useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/mijnAansluiten.json'
import { Paragraph } from '@/components/ams'
import { Notice } from '@/components/Notice'
import { PageHeading } from '@/components/PageHeading'
import { requestHeadingFocus } from '@/lib/navigation/headingFocus'
import { useSessie } from '../sessie/sessie'
import { useGo } from '../useGo'
import { AansluitForm } from './AansluitForm'
import type { Uitkomst } from './aansluiten'
import { Bevestig } from './Bevestig'
import { Klaar } from './Klaar'
import '../page.css'
import './aansluiten.css'

alsoSay(texts)

/** Registering an organisation, or asking to join one; and where the link in the mail leads. */
export function AansluitenPage() {
  const { t } = useTranslation()
  const go = useGo()
  const token = useLocation({ select: ({ hash }) => hash })
  const { data: sessie } = useSessie()
  const [done, setDone] = useState<Uitkomst | null>(null)

  const finish = (uitkomst: Uitkomst) => {
    requestHeadingFocus()
    setDone(uitkomst)
    // In the place of this page, so that nobody comes back to a link that is used up.
    go({ to: '/mijn/aansluiten', hash: '', replace: true })
  }

  if (done) return <Klaar uitkomst={done} naam={sessie?.naam ?? ''} />
  if (token) return <Bevestig token={token} onDone={finish} />
  return (
    <div className="sk-container sk-mijn">
      <PageHeading title={t('aansluiten.titel')}>{t('aansluiten.titel')}</PageHeading>
      {sessie && sessie.rol !== 'lid' ? (
        <Notice>
          <p>{t('aansluiten.medewerker')}</p>
        </Notice>
      ) : (
        <>
          <Paragraph>{t('aansluiten.uitleg')}</Paragraph>
          <Paragraph>{t('aansluiten.geenKvk')}</Paragraph>
          <AansluitForm loggedIn={Boolean(sessie)} onDone={finish} />
        </>
      )}
    </div>
  )
}
