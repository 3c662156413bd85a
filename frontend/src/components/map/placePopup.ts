import type { LanguageCode } from '@/i18n'
import { withLanguage } from '@/i18n/languages'
import type { Cluster, Place } from './places'

/** What opens at a marker: each place there, with a link to each listing; all of it Dutch names. */
export function placePopup(
  cluster: Cluster,
  language: LanguageCode,
  open: (slug: string) => void,
): HTMLElement {
  const box = document.createElement('div')
  box.lang = 'nl'
  for (const place of cluster) box.append(...placeParts(place, language, open))
  return box
}

function placeParts(
  { naam, aanbod }: Place,
  language: LanguageCode,
  open: (slug: string) => void,
): HTMLElement[] {
  const list = document.createElement('ul')
  for (const { slug, titel } of aanbod) {
    const link = document.createElement('a')
    link.href = withLanguage(language, `/aanbod/${encodeURIComponent(slug)}`)
    link.className = 'ams-link'
    link.textContent = titel
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
      event.preventDefault()
      open(slug)
    })
    const item = document.createElement('li')
    item.append(link)
    list.append(item)
  }
  if (!naam) return [list]
  const title = document.createElement('strong')
  title.textContent = naam
  return [title, list]
}
