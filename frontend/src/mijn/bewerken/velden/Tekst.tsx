import { useTranslation } from '@/i18n'
import type { Veld } from '../inhoud'
import { idOf, useEditor } from './editor'
import { Regel, type RegelProps } from './Regel'

type Given = Pick<RegelProps, 'lines' | 'advised' | 'inputMode'>
type WithExample =
  | 'titel'
  | 'samenvatting'
  | 'beschrijving'
  | 'watLevertHetOp'
  | 'doelgroepToelichting'
  | 'nietVoor'
  | 'wieVerwijst'
  | 'kostenToelichting'
  | 'wachttijd'
  | 'eersteKeer'
  | 'meebrengen'
  | 'vrijwilligersTekst'
type WithHelp = 'titel' | 'samenvatting'

const HELPED: readonly string[] = ['titel', 'samenvatting'] satisfies WithHelp[]

/** A field of the listing that is a text, with an example of what others write there. */
export function Tekst({ veld, ...given }: { veld: WithExample } & Given) {
  const { t } = useTranslation()
  const { inhoud, set, leave, faultOf, tipsOf } = useEditor()
  return (
    <Regel
      {...given}
      id={idOf(veld)}
      label={t(`bewerk.veld.${veld}`)}
      hint={HELPED.includes(veld) ? t(`bewerk.hulp.${veld as WithHelp}`) : undefined}
      example={t(`bewerk.voorbeeld.${veld}`)}
      value={asText(inhoud[veld])}
      fault={faultOf(veld)}
      tips={tipsOf(veld)}
      onLeave={leave}
      onChange={(value) => {
        set(veld, value)
      }}
    />
  )
}

/** What each part is called. */
export type Zegt =
  | 'contactNaam'
  | 'contactTelefoon'
  | 'contactEmail'
  | 'contactWebsite'
  | 'plekNaam'
  | 'straat'
  | 'postcode'
  | 'plaats'

interface DeelProps extends Pick<RegelProps, 'type' | 'autoComplete'> {
  veld: 'contact' | 'locatie'
  deel: string
  zegt: Zegt
}

/** A part of a field that has several, such as the telephone number of the contact. */
export function Deel({ veld, deel, zegt, ...input }: DeelProps) {
  const { t } = useTranslation()
  const { inhoud, set, leave, faultOf } = useEditor()
  const parts = (inhoud[veld] ?? {}) as Record<string, unknown>
  return (
    <Regel
      {...input}
      id={idOf(`${veld}.${deel}`)}
      label={t(`bewerk.deel.${zegt}`)}
      example={t(`bewerk.voorbeeld.${zegt}`)}
      value={asText(parts[deel])}
      fault={faultOf(`${veld}.${deel}`)}
      onLeave={leave}
      onChange={(value) => {
        set(veld, { ...parts, [deel]: value })
      }}
    />
  )
}

/** A whole number; what is none yet is kept as it was typed. */
export function Getal({ veld }: { veld: Veld & ('leeftijdVan' | 'leeftijdTot') }) {
  const { t } = useTranslation()
  const { inhoud, set, leave, faultOf } = useEditor()
  return (
    <Regel
      id={idOf(veld)}
      label={t(`bewerk.veld.${veld}`)}
      inputMode="numeric"
      value={asText(inhoud[veld])}
      fault={faultOf(veld)}
      onLeave={leave}
      onChange={(typed) => {
        set(veld, /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : typed)
      }}
    />
  )
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
