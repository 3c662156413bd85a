import type { Cluster, Place } from './places'

/** What opens at a marker: each place there, with a link to each listing. */
export function placePopup(cluster: Cluster, open: (slug: string) => void): HTMLElement {
  const box = document.createElement('div')
  for (const place of cluster) box.append(...placeParts(place, open))
  return box
}

function placeParts({ naam, aanbod }: Place, open: (slug: string) => void): HTMLElement[] {
  const list = document.createElement('ul')
  for (const { slug, titel } of aanbod) {
    const link = document.createElement('a')
    link.href = `/aanbod/${encodeURIComponent(slug)}`
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
