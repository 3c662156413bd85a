/** A listing that nobody has looked at for seven months. */
export function rowToCheck(titel: string, organisatie = 'Buurthuis De Proef') {
  const checked = new Date()
  checked.setUTCMonth(checked.getUTCMonth() - 7)
  return {
    externId: titel,
    organisatie: {
      externId: organisatie,
      naam: organisatie,
      categorie: 'vrijwilligersorganisatie',
      email: 'vera@example.org',
    },
    titel,
    samenvatting: `${titel} met je buren. Iedereen is welkom.`,
    soort: 'activiteit',
    ambities: ['1'],
    themas: ['ontmoeten'],
    doelgroepen: ['iedereen'],
    vormen: ['groep'],
    openVoor: 'iedereen',
    aanmelden: 'binnenlopen',
    kosten: 'gratis',
    locatie: { naam: 'De Proef', lat: 52.527, lon: 6.084 },
    momenten: [{ rrule: 'FREQ=WEEKLY;BYDAY=TU', van: '10:00', tot: '12:00' }],
    contact: { telefoon: '038 000 12 34' },
    bevestigdOp: checked.toISOString(),
    bijgewerkt: checked.toISOString(),
  }
}
