import { useTranslation } from '@/i18n'
import { Dutch } from '@/components/Dutch'
import type { Translate } from '@/i18n'
import type { Aanbod } from '@/lib/api/types'
import { inSentence } from '@/lib/wording/inSentence'
import type { LabelOf } from '@/lib/wording/labels'
import { Part } from './Story'

/** Who is welcome, and who it is not for. */
export function Welcome({ aanbod, labelOf }: { aanbod: Aanbod; labelOf: LabelOf }) {
  const { t, language } = useTranslation()
  const { openVoor, doelgroepen, doelgroepToelichting, nietVoor } = aanbod
  const groups = doelgroepen.filter((code) => code !== 'iedereen')
  const age = ageText(aanbod, t)
  const unknown = !openVoor && doelgroepen.length === 0 && !doelgroepToelichting && !age
  return (
    <Part title={t('aanbod.voorWie')}>
      {unknown && <p className="sk-muted">{t('aanbod.vraagNa')}</p>}
      {openVoor && openVoor !== 'doelgroep' && <p>{labelOf('openVoor', openVoor)}.</p>}
      {groups.length > 0 && (
        <p>
          {t(openVoor === 'iedereen' ? 'aanbod.vooralVoor' : 'aanbod.bedoeldVoor', {
            groepen: new Intl.ListFormat(language).format(
              groups.map((code) => inSentence(labelOf('doelgroepen', code))),
            ),
          })}
        </p>
      )}
      {age && <p>{age}</p>}
      {doelgroepToelichting && (
        <p>
          <Dutch>{doelgroepToelichting}</Dutch>
        </p>
      )}
      {nietVoor && (
        <p>
          <strong>{t('aanbod.nietVoor')}</strong> <Dutch>{nietVoor}</Dutch>
        </p>
      )}
    </Part>
  )
}

function ageText({ leeftijdVan, leeftijdTot }: Aanbod, t: Translate): string | null {
  if (leeftijdVan != null && leeftijdTot != null)
    return t('aanbod.leeftijdVanTot', { van: leeftijdVan, tot: leeftijdTot })
  if (leeftijdVan != null) return t('aanbod.leeftijdVan', { van: leeftijdVan })
  return leeftijdTot == null ? null : t('aanbod.leeftijdTot', { tot: leeftijdTot })
}
