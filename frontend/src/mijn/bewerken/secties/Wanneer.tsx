import { MomentenField } from '@/mijn/momenten/MomentenField'
import { useEditor } from '../velden/editor'
import { Zeker } from '../velden/Zeker'
import { Sectie, sectieId } from './Sectie'

export function Wanneer() {
  const { inhoud, set, faultOf, agendaVan } = useEditor()
  const fault = faultOf('momenten') ?? faultOf('sluitingen')
  return (
    <Sectie naam="wanneer">
      <Zeker groepen={['tijden']} over={sectieId('wanneer')} />
      {fault && <p className="sk-field__fault">{fault}</p>}
      <MomentenField
        value={inhoud.momenten ?? []}
        agendaVan={agendaVan}
        onChange={(momenten) => {
          set('momenten', momenten)
        }}
        sluitingen={inhoud.sluitingen ?? []}
        onSluitingen={(sluitingen) => {
          set('sluitingen', sluitingen)
        }}
        opAfspraak={inhoud.opAfspraak ?? null}
        onOpAfspraak={(opAfspraak) => {
          set('opAfspraak', opAfspraak)
        }}
      />
    </Sectie>
  )
}
