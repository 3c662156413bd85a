import type { components, paths } from './schema.gen'

type Schemas = components['schemas']

export type Aanbod = Schemas['AanbodUit']
export type Aanmelding = Schemas['NieuweAanmelding']
export type Aansluitlink = Schemas['AansluitlinkUit']
export type AansluitlinkInvoer = Schemas['AansluitlinkInvoer']
export type Aansluitvraag = Pick<AansluitlinkInvoer, 'organisatie' | 'nieuw'>
export type Adres = Schemas['AdresUit']
export type AgendaKeer = Schemas['AgendaKeer']
export type AgendaParameters = NonNullable<paths['/agenda']['get']['parameters']['query']>
export type Beoordeling = Schemas['Beoordeling']
export type Bewerking = Schemas['BewerkingUit']
export type Belantwoord = Schemas['Belantwoord']
export type Belverzoek = Schemas['Belverzoek']
export type Beeld = Schemas['BeeldUit']
export type BeeldInvoer = Schemas['BeeldInvoer']
export type Controlevraag = Schemas['ControlevraagUit']
export type DemoBericht = Schemas['DemoBericht']
export type Dubbel = Schemas['Dubbel']
export type EigenAanbod = Schemas['EigenAanbod']
export type Facetten = Schemas['ZoekAntwoord']['facetten']
export type Fout = Schemas['Fout']
export type GatInvoer = Schemas['GatInvoer']
export type Gelijkend = Schemas['Gelijkend']
export type Gelijkenisvraag = Schemas['OrganisatieGelijkenisvraag']
export type Goedkeuring = Schemas['GoedkeuringUit']
export type HistorieRegel = Schemas['HistorieRegel']
export type Inlogwijze = Schemas['Inloggen'] | Schemas['InloggenMetLink']
export type Leden = Schemas['Leden']
export type Lid = Schemas['Lid']
export type Locatie = Schemas['LocatieBijAanbod']
export type LogboekRegel = Schemas['LogboekRegel']
export type Markering = Schemas['Stuk'][]
export type MeldingInvoer = Schemas['MeldingInvoer']
export type Moment = Schemas['MomentUit']
export type MomentInvoer = Schemas['MomentInvoer']
export type MomentVooruitblik = Schemas['MomentVooruitblik']
export type Noodhulp = Schemas['Noodhulp']
export type Organisatie = Schemas['OrganisatieUit']
export type OrganisatieInvoer = Schemas['OrganisatieInvoer']
export type OrganisatieBijLid = Schemas['OrganisatieBijLid']
export type Problem = Schemas['Problem']
export type Resultaat = Schemas['ZoekResultaat']
export type Schoolvakantie = Schemas['Schoolvakantie']
export type Rol = Schemas['Lid']['rol']
export type Sessie = Schemas['SessieUit']
export type SessieInLijst = Schemas['SessieInLijst']
export type Situatie = Schemas['SituatieUit']
export type Sluiting = Schemas['SluitingUit']
export type SluitingInvoer = Schemas['SluitingInvoer']
export type Suggestie = Schemas['Suggestie']
export type TeBeoordelen = Schemas['TeBeoordelen']
export type Term = Schemas['TermUit']
export type TellingParameters = NonNullable<
  paths['/agenda/tellingen']['get']['parameters']['query']
>
export type Tip = Schemas['Tip']
export type Uitnodiging = Schemas['UitnodigingUit']
export type Veldverschil = Schemas['Veldverschil']
export type Versheid = Schemas['Versheid']
export type Versheidsrij = Schemas['Versheidsrij']
export type Vergelijkbaar = Schemas['VergelijkbaarAanbod']
export type Vocabularia = Schemas['Vocabularia']
export type ZonderEigenaar = Schemas['ZonderEigenaar']
export type WachtendVerzoek = Schemas['WachtendVerzoek']
export type Wens = Schemas['BegrepenWens']
export type Wijk = Schemas['WijkUit']
export type Zoekresultaat = Schemas['ZoekAntwoord']
export type ZoekParameters = NonNullable<paths['/zoeken']['get']['parameters']['query']>

/** What a listing has both in a list and on its own page; most of our components need no more. */
export type AanbodKern = Omit<Resultaat, 'markering' | 'wensen' | 'redenen' | 'afstandMeter'>

/** A term in the language of the page; `lang` is there when only Dutch words for it exist. */
export type SpokenTerm = Term & { lang?: 'nl' }
export type SpokenVocabularia = Record<keyof Vocabularia, SpokenTerm[]>
