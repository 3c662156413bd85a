import site from './nl.json'
import aanbod from './nl/aanbod.json'
import agenda from './nl/agenda.json'
import bewaard from './nl/bewaard.json'
import doen from './nl/doen.json'
import gat from './nl/gat.json'
import home from './nl/home.json'
import kalender from './nl/kalender.json'
import lijst from './nl/lijst.json'
import mijn from './nl/mijn.json'
import mijnAanmeldingen from './nl/mijnAanmeldingen.json'
import mijnAansluiten from './nl/mijnAansluiten.json'
import mijnAccounts from './nl/mijnAccounts.json'
import mijnAchteraf from './nl/mijnAchteraf.json'
import mijnAgenda from './nl/mijnAgenda.json'
import mijnBeeld from './nl/mijnBeeld.json'
import mijnBellen from './nl/mijnBellen.json'
import mijnBewerken from './nl/mijnBewerken.json'
import mijnCijfers from './nl/mijnCijfers.json'
import mijnDemo from './nl/mijnDemo.json'
import mijnDubbel from './nl/mijnDubbel.json'
import mijnHistorie from './nl/mijnHistorie.json'
import mijnInvoer from './nl/mijnInvoer.json'
import mijnKloptNog from './nl/mijnKloptNog.json'
import mijnLeden from './nl/mijnLeden.json'
import mijnLogboek from './nl/mijnLogboek.json'
import mijnMail from './nl/mijnMail.json'
import mijnMedewerkers from './nl/mijnMedewerkers.json'
import mijnMomenten from './nl/mijnMomenten.json'
import mijnPlekken from './nl/mijnPlekken.json'
import mijnRedactie from './nl/mijnRedactie.json'
import mijnSluiten from './nl/mijnSluiten.json'
import mijnStoppen from './nl/mijnStoppen.json'
import mijnTweedeStap from './nl/mijnTweedeStap.json'
import mijnVersheid from './nl/mijnVersheid.json'
import mijnZekerheid from './nl/mijnZekerheid.json'
import niets from './nl/niets.json'
import organisatie from './nl/organisatie.json'
import over from './nl/over.json'
import plek from './nl/plek.json'
import situaties from './nl/situaties.json'
import toegankelijkheid from './nl/toegankelijkheid.json'
import voorlezen from './nl/voorlezen.json'
import wijk from './nl/wijk.json'
import zoekvak from './nl/zoekvak.json'

/** Which keys there are is for the compiler and for tests: no page says all of this. */
export const ALL_DUTCH = {
  site,
  aanbod,
  agenda,
  bewaard,
  doen,
  gat,
  home,
  kalender,
  lijst,
  mijn,
  mijnAanmeldingen,
  mijnAansluiten,
  mijnAccounts,
  mijnAchteraf,
  mijnAgenda,
  mijnBeeld,
  mijnBellen,
  mijnBewerken,
  mijnCijfers,
  mijnDemo,
  mijnDubbel,
  mijnHistorie,
  mijnInvoer,
  mijnKloptNog,
  mijnLeden,
  mijnLogboek,
  mijnMail,
  mijnMedewerkers,
  mijnMomenten,
  mijnPlekken,
  mijnRedactie,
  mijnSluiten,
  mijnStoppen,
  mijnTweedeStap,
  mijnVersheid,
  mijnZekerheid,
  niets,
  organisatie,
  over,
  plek,
  situaties,
  toegankelijkheid,
  voorlezen,
  wijk,
  zoekvak,
}

/** Only in Dutch, as they are not for residents: the texts of who logs in. */
export const isDutchOnly = (file: string) => file.startsWith('mijn')

type Files = typeof ALL_DUTCH
export type AllDutch = Files[keyof Files]
