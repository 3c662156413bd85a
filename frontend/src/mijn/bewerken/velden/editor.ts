import { createContext, useContext } from 'react'
import type { EigenZekerheid, Tip } from '@/lib/api/types'
import type { Inhoud, Veld } from '../inhoud'

/** What every field of the page needs to know of the listing that is written. */
export interface Editor {
  inhoud: Inhoud
  set: (veld: Veld, value: unknown) => void
  /** Somebody leaves a field: what they typed is kept now. */
  leave: () => void
  /** What is wrong with a field or a part of it ('contact.email'), as it stands there now. */
  faultOf: (pad: string) => string | undefined
  tipsOf: (veld: Veld) => Tip[]
  /** The organisation of which a calendar says the times; null: they are filled in here. */
  agendaVan: string | null
  aanbodId: string
  /** How sure one can be of what stands on the map; of what does not stand there nothing. */
  zekerheid: readonly EigenZekerheid[]
}

export const EditorContext = createContext<Editor | null>(null)

export function useEditor(): Editor {
  const editor = useContext(EditorContext)
  if (!editor) throw new Error('Buiten een bewerkpagina zijn er geen velden.')
  return editor
}

/** The id of a field, to which the list of what is still needed leads. */
export const idOf = (pad: string) => `veld-${pad.replaceAll('.', '-')}`

/** Brings somebody to a field or a heading. */
export function focusOn(id: string) {
  const element = document.getElementById(id)
  const holder = element?.closest('details')
  if (holder) holder.open = true
  element?.focus()
}
