import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import nl from './nl.json'

void i18next.use(initReactI18next).init({
  lng: 'nl',
  resources: { nl: { translation: nl } },
  // React escapes what it shows.
  interpolation: { escapeValue: false },
})

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof nl }
  }
}
