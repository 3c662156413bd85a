import { createRoot } from 'react-dom/client'
import '@/app/theme/index.css'
import { App } from '@/app/App'
import '@/i18n'

const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
