import { BeeldField } from '@/mijn/beeld/BeeldField'
import { idOf, useEditor } from '../velden/editor'
import { Sectie } from './Sectie'

export function Foto({ organisatieId }: { organisatieId: string }) {
  const { inhoud, set, faultOf } = useEditor()
  const fault = faultOf('beeld')
  return (
    <Sectie naam="foto">
      <div id={idOf('beeld')} className="sk-bewerk__photo" tabIndex={-1}>
        {fault && <p className="sk-field__fault">{fault}</p>}
        <BeeldField
          value={inhoud.beeld ?? null}
          onChange={(beeld) => {
            set('beeld', beeld)
          }}
          organisatieId={organisatieId}
        />
      </div>
    </Sectie>
  )
}
