import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '@/app/theme/index.css'
import '@/app/Layout.css'
import { api } from '@/lib/api/client'
import { createQueryClient } from '@/lib/api/queryClient'
import { App } from '@/mijn/App'
import { createMijnRouter } from '@/mijn/router'
import { noticeEndOfSession } from '@/mijn/sessie/sessie'

// What is somebody's own is kept by nobody: not by the browser, and not by the service worker.
api.use({ onRequest: ({ request }) => new Request(request, { cache: 'no-store' }) })

const queryClient = createQueryClient()
noticeEndOfSession(queryClient)
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App router={createMijnRouter()} queryClient={queryClient} />
    </StrictMode>,
  )
}
