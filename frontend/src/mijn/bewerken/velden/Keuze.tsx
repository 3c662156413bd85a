import { useTranslation } from '@/i18n'
import { useVocabularia } from '@/lib/api/vocabularia'
import { LISTS } from '../lijsten'
import { idOf, useEditor } from './editor'
import { Opties } from './Opties'

type Keuzeveld = Exclude<keyof typeof LISTS, 'doelen'>
type WithHelp = 'ambities' | 'themas' | 'doelgroepen' | 'niveau'

const MANY: readonly Keuzeveld[] = [
  'ambities',
  'themas',
  'doelgroepen',
  'talen',
  'vormen',
  'toegankelijkheid',
]
const HELPED: readonly Keuzeveld[] = [
  'ambities',
  'themas',
  'doelgroepen',
  'niveau',
] satisfies WithHelp[]

/** A field that is chosen from the words that the map knows. */
export function Keuze({ veld }: { veld: Keuzeveld }) {
  const { t } = useTranslation()
  const { inhoud, set, faultOf } = useEditor()
  const terms = useVocabularia().data?.[LISTS[veld]] ?? []
  const many = MANY.includes(veld)
  return (
    <Opties
      id={idOf(veld)}
      label={t(`bewerk.veld.${veld}`)}
      hint={HELPED.includes(veld) ? t(`bewerk.hulp.${veld as WithHelp}`) : undefined}
      fault={faultOf(veld)}
      options={terms}
      many={many}
      chosen={codesIn(inhoud[veld])}
      {...(veld === 'ambities' && { firstSays: t('bewerk.eerste') })}
      onChoose={(chosen) => {
        if (many) set(veld, chosen)
        else set(veld, veld === 'niveau' && chosen[0] ? Number(chosen[0]) : (chosen[0] ?? null))
      }}
    />
  )
}

function codesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String)
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : []
}
