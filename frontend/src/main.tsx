import { createRoot } from 'react-dom/client'
import '@/app/theme/index.css'
import { App } from '@/app/App'
import { createAppRouter } from '@/app/router'
import { dutch, loadLanguage } from '@/i18n'
import { directionOf, languageOf } from '@/i18n/languages'

/** The address decides the language, so another one is another page load. */
async function start(root: HTMLElement) {
  const language = languageOf(window.location.pathname)
  // A page in Dutch is better than none.
  const translator = await loadLanguage(language).catch(() => dutch)
  document.documentElement.lang = translator.code
  document.documentElement.dir = directionOf(translator.code)
  createRoot(root).render(<App translator={translator} router={createAppRouter({ language })} />)
}

const root = document.getElementById('root')
if (root) void start(root)
