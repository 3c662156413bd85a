import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Aanbod, BereikSoort } from '@/lib/api/types'
import { phoneHref, webHref } from '@/lib/wording/contact'
import { parseQueryString } from '@/lib/zoekvraag/queryString'

/** Longer is no question that others ask too, and the server takes no more. */
const LONGEST = 100

/** What was told already: a second tap is no second visitor. Gone with the page; nothing is kept. */
const told = new Set<string>()

/** Tells how often a listing is opened, and its ways to reach somebody tapped; not by whom. */
export function useBereik(aanbod: Aanbod | undefined) {
  const backTo = useLocation({ select: ({ state }) => state.backTo })
  const id = aanbod?.id
  const vraag = questionIn(backTo)
  useEffect(() => {
    if (id) tell(id, 'geopend', vraag)
  }, [id, vraag])
  useEffect(() => {
    if (!aanbod) return
    const onClick = ({ target }: MouseEvent) => {
      const link = target instanceof Element && target.closest('a')
      const soort = link && soortOf(link, aanbod)
      if (soort) tell(aanbod.id, soort)
    }
    document.addEventListener('click', onClick)
    return () => {
      document.removeEventListener('click', onClick)
    }
  }, [aanbod])
}

/** The words that somebody searched with who comes from the results. */
export function questionIn(backTo: string | undefined): string | undefined {
  if (!backTo?.startsWith('/zoeken?')) return undefined
  const { q } = parseQueryString(backTo.slice('/zoeken?'.length))
  return typeof q === 'string' && q.length <= LONGEST ? q : undefined
}

function soortOf(link: Element, { contact }: Aanbod): BereikSoort | undefined {
  const href = link.getAttribute('href')
  if (link.closest('.sk-route')) return 'route'
  if (contact.telefoon && href === phoneHref(contact.telefoon)) return 'gebeld'
  if (contact.email && href === `mailto:${contact.email}`) return 'gemaild'
  return href && href === webHref(contact.website) ? 'website' : undefined
}

function tell(id: string, soort: BereikSoort, vraag?: string) {
  const key = [id, soort, vraag].join(' ')
  if (told.has(key) || !('sendBeacon' in navigator)) return
  told.add(key)
  const body = JSON.stringify({ soort, ...(vraag && { vraag }) })
  // The browser sends it in its own time, also when it goes on to another page.
  const sent = new Blob([body], { type: 'application/json' })
  navigator.sendBeacon(`/api/v1/aanbod/${id}/bereik`, sent)
}
