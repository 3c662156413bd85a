/* Functions that run in the page; each says what is wrong, in a line per fault. */

interface Sniffer {
  HTMLCS: {
    process: (standard: string, source: Document, done: () => void) => void
    getMessages: () => { type: number; code: string; msg: string; element: Element }[]
  }
}

/** What HTML_CodeSniffer calls an error; its script must be in the page. */
export async function sniff(): Promise<string[]> {
  const { HTMLCS } = window as unknown as Sniffer
  await new Promise<void>((done) => {
    HTMLCS.process('WCAG2AA', document, done)
  })
  const ERROR = 1
  return HTMLCS.getMessages()
    .filter(({ type }) => type === ERROR)
    .map(({ code, msg, element }) => `${code} ${msg} ${element.outerHTML.slice(0, 160)}`)
}

/** What neither axe nor HTML_CodeSniffer looks for. */
export function inspect(): string[] {
  const shown = <E extends Element>(selector: string) =>
    [...document.querySelectorAll<E & Element>(selector)].filter((element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
    )
  const tell = (fault: string) => (element: Element) =>
    `${fault}: ${element.outerHTML.slice(0, 160)}`
  const nameOf = (element: Element) =>
    (element.getAttribute('aria-label') ?? element.textContent).trim().toLowerCase()
  const VAGUE =
    /^(klik )?hier$|^(lees |toon )?meer$|^link$|^info$|^(click )?here$|^(read |show )?more$/
  const isAlone = (field: Element) =>
    ((field as HTMLInputElement).labels?.length ?? 0) === 0 &&
    !field.hasAttribute('aria-label') &&
    !field.hasAttribute('aria-labelledby')
  const describes = (field: Element) =>
    (field.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .some((id) => document.getElementById(id)?.textContent)
  const isSmall = (element: Element) => {
    const { width, height } = element.getBoundingClientRect()
    // A checkbox is as large as its label, which is what one taps.
    const label = (element as HTMLInputElement).labels?.[0]?.getBoundingClientRect()
    // A mouse needs less than a thumb.
    const least = innerWidth < 1024 ? 44 : 32
    return Math.max(height, label?.height ?? 0) < least || Math.max(width, label?.width ?? 0) < 24
  }
  const levels = shown('h1, h2, h3, h4, h5, h6').map((heading) => Number(heading.tagName[1]))
  const jump = levels.findIndex((level, i) => level > (levels[i - 1] ?? level) + 1)
  return [
    ...shown('a[href], button')
      .filter((element) => VAGUE.test(nameOf(element)))
      .map(tell('vage naam')),
    ...shown('input:not([type=hidden]), select, textarea')
      .filter(isAlone)
      .map(tell('veld zonder label')),
    ...shown('[aria-invalid=true]')
      .filter((field) => !describes(field))
      .map(tell('fout zonder uitleg')),
    ...[...document.querySelectorAll('[tabindex]')]
      .filter((element) => Number(element.getAttribute('tabindex')) > 0)
      .map(tell('eigen volgorde met tabindex')),
    ...shown('button, .ams-button, select, summary, a[href^=tel], input:not([type=hidden])')
      .filter(isSmall)
      .map(tell('te klein om aan te tikken')),
    ...(levels.filter((level) => level === 1).length === 1 ? [] : ['niet één h1']),
    ...(jump < 0 ? [] : [`kop van niveau ${levels[jump] ?? 0} na ${levels[jump - 1] ?? 0}`]),
  ]
}

/** What does not fit: the page itself sideways, and words that are cut off. */
export function overflowing(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement
  const cut = [
    ...document.querySelectorAll<HTMLElement>(
      ':is(main, header, footer) *:not(svg, svg *, .leaflet-container, .leaflet-container *)',
    ),
  ].filter((element) => {
    const { overflowX, overflowY, clipPath } = getComputedStyle(element)
    const hides = [overflowX, overflowY].some((value) => value === 'hidden' || value === 'clip')
    const isForReaders = clipPath !== 'none'
    const wide = element.scrollWidth > element.clientWidth + 1
    const high = element.scrollHeight > element.clientHeight + 1
    return hides && !isForReaders && element.innerText.trim() !== '' && (wide || high)
  })
  return [
    ...(scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} pixels te breed`] : []),
    ...cut.map((element) => `afgesneden: ${element.outerHTML.slice(0, 160)}`),
  ]
}

/** WCAG 1.4.12: room between lines, letters and words, as a reader may set it. */
export function spaceText() {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(
    `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
     p { margin-block-end: 2em !important }`,
  )
  document.adoptedStyleSheets = [sheet]
}

/** In the visitor's own colours a surface is gone: what can be pressed needs an edge or a line. */
export function unseenInOwnColours(): string[] {
  return [
    ...document.querySelectorAll('button, .ams-button, select, input[type=text], input[type=date]'),
  ]
    .filter(
      (element) => element.checkVisibility({ visibilityProperty: true }) && element.textContent,
    )
    .filter((element) => {
      const { borderTopStyle, borderTopWidth, textDecorationLine } = getComputedStyle(element)
      const edge = borderTopStyle !== 'none' && parseFloat(borderTopWidth) > 0
      return !edge && textDecorationLine === 'none'
    })
    .map((element) => `zonder rand: ${element.outerHTML.slice(0, 160)}`)
}

/** What has the focus, and what is wrong with how one sees that. Null at the end of the page. */
export function focused(): { place: number; faults: string[] } | null {
  const element = document.activeElement
  if (!element || element === document.body) return null
  const ringed = [element, element.closest('label'), element.nextElementSibling]
  const hasRing = ringed.some((each) => {
    if (!each) return false
    const { outlineStyle, outlineWidth } = getComputedStyle(each)
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
  })
  const { x, y, width, height } = element.getBoundingClientRect()
  const above = document.elementFromPoint(x + width / 2, y + Math.min(height / 2, 20))
  const isCovered = above !== null && !element.contains(above) && !above.contains(element)
  const isLabel = above?.closest('label')?.contains(element) ?? false
  const what = element.outerHTML.slice(0, 160)
  return {
    place: [...document.querySelectorAll('*')].indexOf(element),
    faults: [
      ...(hasRing ? [] : [`geen zichtbare focus: ${what}`]),
      ...(isCovered && !isLabel && width > 0 ? [`focus onder iets anders: ${what}`] : []),
      ...(y + height < 0 || y > innerHeight ? [`focus buiten beeld: ${what}`] : []),
    ],
  }
}
