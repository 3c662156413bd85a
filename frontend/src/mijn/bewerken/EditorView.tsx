import { useMemo, useRef, useState } from 'react'
import { useTranslation } from '@/i18n'
import { PageHeading } from '@/components/PageHeading'
import { WijkOutlines } from '@/components/WijkOutlines'
import type { Bewerking } from '@/lib/api/types'
import { localTime } from '@/lib/dates/localTime'
import { announce } from '@/lib/navigation/announce'
import { Link } from '../Link'
import { useGo } from '../useGo'
import { Beoordeeld } from './Beoordeeld'
import { Bestaat } from './Bestaat'
import { inhoudOf, put, same, type Inhoud, type Veld, type Vraag } from './inhoud'
import { Kiezen } from './Kiezen'
import { Meeloopt } from '../plekken/Meeloopt'
import { Klaar, type Ingediend } from './Klaar'
import { NogNodig } from './NogNodig'
import { PARTS } from './parts'
import { Foto } from './secties/Foto'
import { SECTIES, sectieId } from './secties/Sectie'
import { Bijhouden, ContactSectie, Helpen, Meedoen, VoorWie, Wat } from './secties/Secties'
import { Waar } from './secties/Waar'
import { Wanneer } from './secties/Wanneer'
import { Stand } from './Stand'
import { useKeeper } from './useKeeper'
import { EditorContext, focusOn, type Editor } from './velden/editor'
import { Weggooien } from './Weggooien'

interface Props {
  first: Bewerking
  wie: string
  onDone: (ingediend: Ingediend) => void
}

/** One listing, in sections that are kept as somebody goes. */
export function EditorView({ first, wie, onDone }: Props) {
  const { t } = useTranslation()
  const go = useGo()
  const { keeper, state } = useKeeper(first, wie)
  const { inhoud, answer, botsing } = state
  const [tried, setTried] = useState(false)
  const needed = useRef<HTMLHeadingElement>(null)
  const titel = typeof inhoud.titel === 'string' && inhoud.titel.trim()
  const naam = titel || t('bewerk.zonderTitel')
  const todo = answer.fouten.length + answer.ontbreekt.length

  const editor = useMemo<Editor>(() => {
    const told = inhoudOf(answer)
    const faults = [...answer.fouten, ...(tried ? answer.ontbreekt : [])]
    return {
      inhoud,
      set: (veld, value) => {
        const next: Inhoud = { ...keeper.get().inhoud }
        put(next, veld, value)
        // How full it is, holds for the day that somebody says so.
        if (veld === 'capaciteit') next.capaciteitOp = value ? localTime(new Date()).day : null
        keeper.change(next)
      },
      leave: () => void keeper.flush(),
      faultOf: (pad) => {
        const [name] = pad.split('.') as [Veld]
        // What the server said holds for what it read; the next answer knows about this.
        if (!same(inhoud[name], told[name])) return undefined
        return faults.find(({ veld }) => veld === pad || belongsTo(veld, pad))?.melding
      },
      tipsOf: (veld) => answer.tips.filter((tip) => tip.veld === veld),
      agendaVan: answer.tijdenUitAgenda ? answer.organisatie.id : null,
      aanbodId: answer.aanbodId,
      zekerheid: answer.status === 'gepubliceerd' ? answer.zekerheid : [],
    }
  }, [inhoud, answer, tried, keeper])

  /** Residents would see what is kept, so that comes first. */
  async function preview() {
    if (await keeper.flush())
      go({ to: '/mijn/aanbod/$id/voorbeeld', params: { id: answer.aanbodId } })
    else announce(t('bewerk.klaar.wacht'))
  }

  return (
    <EditorContext value={editor}>
      <div className="sk-container sk-mijn sk-bewerk">
        <WijkOutlines />
        <p>
          <Link to="/mijn" className="ams-link">
            {t('bewerk.terug')}
          </Link>
        </p>
        <PageHeading
          title={tried && todo ? t('bewerk.metFouten', { count: todo, titel: naam }) : naam}
        >
          {t('bewerk.titel', { titel: naam })}
        </PageHeading>
        <p className="sk-muted">{t('bewerk.van', { naam: answer.organisatie.naam })}</p>
        <Beoordeeld id={answer.aanbodId} gecontroleerd={answer.gecontroleerd} />
        <Meeloopt id={answer.aanbodId} />
        {botsing && (
          <Kiezen
            key={botsing.nu.versie}
            wie="collega"
            vragen={botsing.vragen}
            samen={botsing.samen}
            onChosen={keeper.choose}
          />
        )}
        {!botsing && answer.verschillen.length > 0 && (
          <Kiezen
            key={answer.aanbodVersie}
            wie="kaart"
            vragen={answer.verschillen as Vraag[]}
            samen={inhoud}
            onChosen={keeper.settle}
          />
        )}
        <div className="sk-bewerk__columns">
          <nav className="sk-bewerk__nav" aria-label={t('bewerk.onderdelen')}>
            <ul className="sk-bewerk__ways">
              {SECTIES.map((each) => (
                <li key={each}>
                  <a
                    href={`#${sectieId(each)}`}
                    onClick={(event) => {
                      event.preventDefault()
                      focusOn(sectieId(each))
                    }}
                  >
                    {t(`bewerk.sectie.${each}`)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <div className="sk-bewerk__sections">
            <Wat />
            <VoorWie />
            <Wanneer />
            <Waar plek={answer.plek} />
            <Meedoen />
            <ContactSectie />
            <Helpen />
            <Foto organisatieId={answer.organisatie.id} />
            <Bijhouden />
            {answer.status === 'concept' && (
              <Bestaat inhoud={inhoud} organisatieId={answer.organisatie.id} />
            )}
            <NogNodig answer={answer} tried={tried} ref={needed} />
            <Klaar
              keeper={keeper}
              state={state}
              onDone={onDone}
              onNotYet={() => {
                setTried(true)
                if (keeper.get().answer.verschillen.length > 0) focusOn('kiezen-kaart')
                else needed.current?.focus()
              }}
            />
            <Weggooien keeper={keeper} state={state} />
          </div>
        </div>
        <Stand state={state} onRetry={() => void keeper.flush()} onPreview={() => void preview()} />
      </div>
    </EditorContext>
  )
}

/** Of a field with many parts the field itself says what is wrong with one of them. */
const belongsTo = (veld: string, pad: string) =>
  !pad.includes('.') && veld.startsWith(`${pad}.`) && !(veld in PARTS)
