import type { Place } from './places'

/** What opens at a marker: the place, and a link to each listing there. */
export function placePopup({ naam, aanbod }: Place, open: (slug: string) => void): HTMLElement {
  const box = document.createElement('div')
  if (naam) {
    const title = document.createElement('strong')
    title.textContent = naam
    box.append(title)
  }
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
  box.append(list)
  return box
}
