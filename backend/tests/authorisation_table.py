"""Who may do what: every route of the application for every role."""

ROLES = (
    "bezoeker", "eigenaar", "medebewerker", "lid elders", "wijkteam", "wijkredacteur",
    "wijkredacteur elders", "redactie", "beheer", "halverwege",
)  # fmt: skip


def _row(*answers: int) -> dict[str, int]:
    """Who is half-way in, by a link without the code that has to follow, is a visitor."""
    return dict(zip(ROLES, (*answers, answers[0]), strict=True))


EVERYBODY = dict.fromkeys(ROLES, 200)
NOBODY = dict.fromkeys(ROLES, 404)
#                  bezoeker eigenaar medebew. elders wijkteam wijkred. elders redactie beheer
LOGGED_IN = _row(401, 200, 200, 200, 200, 200, 200, 200, 200)
MEMBERS = _row(401, 200, 200, 403, 403, 403, 403, 200, 200)
CONNECTORS = _row(401, 400, 400, 403, 403, 403, 403, 400, 400)
OWNERS = _row(401, 200, 403, 403, 403, 403, 403, 200, 200)
BEHEER = _row(401, 403, 403, 403, 403, 403, 403, 403, 200)
LEAVERS = _row(401, 409, 200, 403, 403, 403, 403, 403, 403)
NOT_INVITED = _row(200, 403, 403, 403, 403, 403, 403, 403, 403)
ONLY_OWNER = _row(401, 200, 403, 403, 403, 403, 403, 403, 403)
JOINERS = _row(401, 200, 200, 200, 403, 403, 403, 403, 403)
EDITORS = _row(401, 403, 403, 403, 403, 403, 403, 200, 200)
# Of a listing in the wijk of the one wijkredacteur and not in that of the other.
LISTING_EDITORS = _row(401, 200, 200, 403, 403, 200, 403, 200, 200)
LISTING_JUDGES = _row(401, 403, 403, 403, 403, 200, 403, 200, 200)
JUDGES = _row(401, 403, 403, 403, 403, 200, 200, 200, 200)
SOMEBODY_ELSES = _row(401, *(404 for _ in ROLES[1:-1]))
# All that who is half-way in may do; they get to hear that the code is wrong.
HALF_WAY = {**dict.fromkeys(ROLES, 401), "halverwege": 400}
STEP_IS_OFF = _row(401, *(409 for _ in ROLES[1:-1]))
DRAFT_READERS = _row(404, 200, 200, 404, 404, 200, 404, 200, 200)

# Which role gets which answer; 200 stands for every kind of success.
MATRIX: dict[str, dict[str, int]] = {
    "GET /api/v1/zoeken": EVERYBODY,
    "GET /api/v1/suggesties": EVERYBODY,
    "GET /api/v1/agenda": EVERYBODY,
    "GET /api/v1/agenda/tellingen": EVERYBODY,
    "GET /api/v1/agenda/kalender.ics": EVERYBODY,
    "GET /api/v1/aanbod/{id}/kalender.ics": EVERYBODY,
    "GET /api/v1/aanbod/{id}/kalender.ics (concept)": NOBODY,
    "GET /api/v1/aanbod": EVERYBODY,
    "GET /api/v1/aanbod/{id}": EVERYBODY,
    "GET /api/v1/aanbod/{id} (concept)": DRAFT_READERS,
    "GET /api/v1/aanbod/{id}/momenten": EVERYBODY,
    "GET /api/v1/aanbod/{id}/vergelijkbaar": EVERYBODY,
    "GET /api/v1/aanbod/{id}/vergelijkbaar (concept)": NOBODY,
    "GET /api/v1/aanbod/{id}/momenten (concept)": DRAFT_READERS,
    "POST /api/v1/aanbod": MEMBERS,
    "PUT /api/v1/aanbod/{id}": LISTING_EDITORS,
    "PUT /api/v1/aanbod/{id} (concept)": LISTING_EDITORS,
    "DELETE /api/v1/aanbod/{id}": OWNERS,
    "POST /api/v1/aanbod/{id}/stappen": LISTING_EDITORS,
    "POST /api/v1/aanbod/{id}/stappen (indienen)": LISTING_EDITORS,
    "POST /api/v1/aanbod/{id}/stappen (publiceren)": LISTING_JUDGES,
    "POST /api/v1/aanbod/{id}/stappen (terugsturen)": LISTING_JUDGES,
    "POST /api/v1/aanbod/{id}/bevestigingen": LISTING_EDITORS,
    # Each their own: who may confirm has just done so.
    "POST /api/v1/aanbod/{id}/intrekkingen": LISTING_EDITORS,
    "POST /api/v1/aanbod/{id}/sluitingen": LISTING_EDITORS,
    "POST /api/v1/aanbod/{id}/openingen": LISTING_EDITORS,
    # Each their own: who may close has just done so.
    "POST /api/v1/aanbod/{id}/sluitingen/intrekkingen": LISTING_EDITORS,
    "POST /api/v1/aanbod/{id}/opvolgers": LISTING_EDITORS,
    "POST /api/v1/aanbod/{id}/voorstel/besluiten": LISTING_JUDGES,
    "POST /api/v1/aanbod/{id}/kopieen": MEMBERS,
    "POST /api/v1/aanbod/{id}/kopieen (concept)": MEMBERS,
    "GET /api/v1/aanbod/{id}/plekkopieen": MEMBERS,
    "POST /api/v1/aanbod/{id}/plekkopieen": MEMBERS,
    "POST /api/v1/aanbod/{id}/losmakingen": MEMBERS,
    "POST /api/v1/aanbod/{id}/hervattingen": MEMBERS,
    "POST /api/v1/vooruitblikken": LOGGED_IN,
    "POST /api/v1/beelden": MEMBERS,
    "GET /api/v1/beelden/{id}/{breedte}": EVERYBODY,
    "POST /api/v1/aanbod/{id}/voorstel/besluiten (terugsturen)": LISTING_JUDGES,
    "GET /api/v1/aanbod/{id}/beoordeling": LISTING_EDITORS,
    "GET /api/v1/aanbod/{id}/bewerking": LISTING_EDITORS,
    "PUT /api/v1/aanbod/{id}/bewerking": LISTING_EDITORS,
    "DELETE /api/v1/aanbod/{id}/bewerking": LISTING_EDITORS,
    "POST /api/v1/aanbod/{id}/bewerking/indieningen": LISTING_EDITORS,
    "POST /api/v1/aanbod/{id}/bewerking/indieningen (concept)": LISTING_EDITORS,
    "GET /api/v1/aanbod/{id}/bewerking/voorbeeld": LISTING_EDITORS,
    "GET /api/v1/aanbod/{id}/historie": LISTING_EDITORS,
    "GET /api/v1/aanbod/{id}/historie (concept)": LISTING_EDITORS,
    "POST /api/v1/aanbod/{id}/historie/{regel}/herstel": LISTING_EDITORS,
    # Each what they may decide about: the wijkredacteur that of own wijken.
    "GET /api/v1/beoordelingen": JUDGES,
    "POST /api/v1/beoordelingen/goedkeuringen": JUDGES,
    # Each their own: who may decide has just done so.
    "POST /api/v1/aanbod/{id}/beoordeling/intrekkingen": LISTING_JUDGES,
    # Each what they may look at: the wijkredacteur that of own wijken.
    "GET /api/v1/nakijkpunten": JUDGES,
    "POST /api/v1/nakijkpunten/afvinkingen": JUDGES,
    "POST /api/v1/aanbod/{id}/nakijkpunt/terugdraaiingen": LISTING_JUDGES,
    "POST /api/v1/organisaties/{id}/nakijkpunt/terugdraaiingen": EDITORS,
    "GET /api/v1/organisaties/{id}/vertrouwen": EDITORS,
    "POST /api/v1/organisaties/{id}/vertrouwen": EDITORS,
    "GET /api/v1/organisaties": EVERYBODY,
    "GET /api/v1/organisaties/{id}": EVERYBODY,
    "POST /api/v1/organisaties": LOGGED_IN,
    "PUT /api/v1/organisaties/{id}": MEMBERS,
    "DELETE /api/v1/organisaties/{id}": OWNERS,
    "GET /api/v1/organisaties/{id}/aanbod": MEMBERS,
    "GET /api/v1/organisaties/{id}/agendabronnen": MEMBERS,
    # Who may gets to hear that nothing answers at that address.
    "POST /api/v1/organisaties/{id}/agendabronnen": CONNECTORS,
    "POST /api/v1/organisaties/{id}/agendabronnen/voorbeelden": CONNECTORS,
    "PUT /api/v1/agendabronnen/{id}": CONNECTORS,
    "DELETE /api/v1/agendabronnen/{id}": MEMBERS,
    "POST /api/v1/agendabronnen/{id}/verversingen": MEMBERS,
    "GET /api/v1/organisaties/{id}/invoeren": MEMBERS,
    "POST /api/v1/organisaties/{id}/invoeren": MEMBERS,
    "GET /api/v1/invoeren/{id}": MEMBERS,
    "DELETE /api/v1/invoeren/{id}": MEMBERS,
    "GET /api/v1/invoeren/{id}/koppeling": MEMBERS,
    "PUT /api/v1/invoeren/{id}/koppeling": MEMBERS,
    "POST /api/v1/invoeren/{id}/stappen (nakijken)": MEMBERS,
    "GET /api/v1/invoeren/{id}/rijen": MEMBERS,
    "GET /api/v1/invoeren/{id}/fouten.xlsx": MEMBERS,
    "GET /api/v1/invoersjablonen/aanbod.xlsx": EVERYBODY,
    "GET /api/v1/lidmaatschappen": LOGGED_IN,
    "POST /api/v1/organisaties/gelijkenissen": EVERYBODY,
    "POST /api/v1/aansluitlinks": EVERYBODY,
    # The token of a mail decides here too.
    "GET /api/v1/aansluitlinks/huidig": EVERYBODY,
    "GET /api/v1/aansluitlinks/huidig (verzonnen)": NOBODY,
    "POST /api/v1/aansluitlinks/huidig/bevestigingen": EVERYBODY,
    "POST /api/v1/aansluitlinks/huidig/bevestigingen (verzonnen)": NOBODY,
    "GET /api/v1/aansluitverzoeken": LOGGED_IN,
    # Staff work for no organisation.
    "POST /api/v1/organisaties/{id}/aansluitverzoeken": JOINERS,
    "POST /api/v1/organisaties/{id}/aansluitverzoeken/eigen/intrekkingen": LOGGED_IN,
    "POST /api/v1/organisaties/{id}/aansluitverzoeken/{accountId}/besluiten": OWNERS,
    "GET /api/v1/organisaties/{id}/leden": MEMBERS,
    "POST /api/v1/organisaties/{id}/leden/{accountId}/rollen": OWNERS,
    "POST /api/v1/organisaties/{id}/leden/{accountId}/verwijderingen": OWNERS,
    # The one owner hands over first.
    "POST /api/v1/organisaties/{id}/vertrekken": LEAVERS,
    "POST /api/v1/organisaties/{id}/uitnodigingen": OWNERS,
    "POST /api/v1/organisaties/{id}/uitnodigingen/{uitnodigingId}/intrekkingen": OWNERS,
    "GET /api/v1/uitnodigingen/huidig": EVERYBODY,
    "GET /api/v1/uitnodigingen/huidig (verzonnen)": NOBODY,
    # It is for an address that none of them has.
    "POST /api/v1/uitnodigingen/huidig/aanvaardingen": NOT_INVITED,
    "POST /api/v1/uitnodigingen/huidig/aanvaardingen (verzonnen)": NOBODY,
    "POST /api/v1/organisaties/{id}/overdrachten": ONLY_OWNER,
    "POST /api/v1/organisaties/{id}/overdrachten/huidig/aanvaardingen": SOMEBODY_ELSES,
    "POST /api/v1/organisaties/{id}/overdrachten/huidig/intrekkingen": OWNERS,
    "GET /api/v1/aanmeldingen": EDITORS,
    "POST /api/v1/organisaties/{id}/controles": EDITORS,
    "GET /api/v1/locaties": EVERYBODY,
    "GET /api/v1/locaties/{id}": EVERYBODY,
    "GET /api/v1/vocabularia": EVERYBODY,
    "GET /api/v1/wijken": EVERYBODY,
    "GET /api/v1/wijken/{codeOfSlug}": EVERYBODY,
    "GET /api/v1/buurten": EVERYBODY,
    "GET /api/v1/buurten/{code}": EVERYBODY,
    "GET /api/v1/postcodegebieden": EVERYBODY,
    "GET /api/v1/postcodegebieden/{pc4}": EVERYBODY,
    "GET /api/v1/adressen": EVERYBODY,
    "GET /api/v1/schoolvakanties": EVERYBODY,
    "GET /api/v1/synoniemen": EDITORS,
    "GET /api/v1/synoniemen/{id}": EDITORS,
    "POST /api/v1/synoniemen": EDITORS,
    "PUT /api/v1/synoniemen/{id}": EDITORS,
    "DELETE /api/v1/synoniemen/{id}": EDITORS,
    "GET /api/v1/situaties": EVERYBODY,
    "GET /api/v1/situaties/{slug}": EVERYBODY,
    "POST /api/v1/situaties": EDITORS,
    "PUT /api/v1/situaties/{slug}": EDITORS,
    "POST /api/v1/aanbod/{id}/bereik": EVERYBODY,
    "POST /api/v1/aanbod/{id}/bereik (concept)": NOBODY,
    "GET /api/v1/aanbod/{id}/bereik": LISTING_EDITORS,
    "GET /api/v1/organisaties/{id}/bereik": MEMBERS,
    "GET /api/v1/gaten": EDITORS,
    "POST /api/v1/gaten": EVERYBODY,
    "GET /api/v1/logboekregels": BEHEER,
    "GET /api/v1/accounts": BEHEER,
    # Of somebody else: one's own account nobody closes.
    "POST /api/v1/accounts/zoekopdrachten": BEHEER,
    "POST /api/v1/accounts/{id}/uitloggingen": BEHEER,
    "POST /api/v1/accounts/{id}/blokkeringen": BEHEER,
    "POST /api/v1/accounts/{id}/deblokkeringen": BEHEER,
    "POST /api/v1/accounts/{id}/tweedestap/verwijderingen": BEHEER,
    "POST /api/v1/gelijkenissen": LOGGED_IN,
    "GET /api/v1/dubbelen": EDITORS,
    "POST /api/v1/onderscheidingen": EDITORS,
    "POST /api/v1/aanbod/{id}/samenvoegingen": LISTING_JUDGES,
    "POST /api/v1/aanbod/{id}/meldingen": EVERYBODY,
    "POST /api/v1/aanbod/{id}/meldingen (concept)": NOBODY,
    "GET /api/v1/meldingen": LOGGED_IN,
    "POST /api/v1/meldingen/{id}/afhandelingen": LISTING_EDITORS,
    # Mail is to be read in a demo only, and this is none.
    "GET /api/v1/demoberichten": NOBODY,
    # The token of a mail decides, and not who else somebody is.
    "GET /api/v1/controleverzoeken/huidig": EVERYBODY,
    "GET /api/v1/controleverzoeken/huidig (andermans)": NOBODY,
    "POST /api/v1/controleverzoeken/huidig/antwoorden": EVERYBODY,
    "POST /api/v1/controleverzoeken/huidig/antwoorden (andermans)": NOBODY,
    "POST /api/v1/controleverzoeken/huidig/intrekkingen": EVERYBODY,
    "POST /api/v1/controleverzoeken/huidig/intrekkingen (andermans)": NOBODY,
    # The key in a mail is enough; without one it is about who is logged in.
    "GET /api/v1/mailvoorkeuren/huidig": LOGGED_IN,
    "GET /api/v1/mailvoorkeuren/huidig (uit de mail)": EVERYBODY,
    "GET /api/v1/mailvoorkeuren/huidig (andermans)": NOBODY,
    "POST /api/v1/mailvoorkeuren/huidig/keuzes": LOGGED_IN,
    "POST /api/v1/mailvoorkeuren/huidig/keuzes (uit de mail)": EVERYBODY,
    "POST /api/v1/mailvoorkeuren/huidig/keuzes (andermans)": NOBODY,
    "GET /afmelden/{soort}/{sleutel}": dict.fromkeys(ROLES, 303),
    "POST /afmelden/{soort}/{sleutel}": EVERYBODY,
    "GET /api/v1/belverzoeken": EDITORS,
    "POST /api/v1/belverzoeken/{id}/antwoorden": EDITORS,
    "POST /api/v1/belverzoeken/{id}/intrekkingen": EDITORS,
    "GET /api/v1/versheid": EDITORS,
    "GET /api/v1/sessies/huidige": LOGGED_IN,
    "POST /api/v1/sessies": dict.fromkeys(ROLES, 401),
    "DELETE /api/v1/sessies/huidige": EVERYBODY,
    "GET /api/v1/inlogdiensten": EVERYBODY,
    # They send a browser on, here back to our own page as there is no such provider.
    "GET /inloggen/{dienst}": dict.fromkeys(ROLES, 303),
    "GET /inloggen/{dienst}/antwoord": dict.fromkeys(ROLES, 303),
    "GET /inloggen/{dienst}/uit": dict.fromkeys(ROLES, 303),
    "GET /api/v1/sessies": LOGGED_IN,
    "DELETE /api/v1/sessies/andere": LOGGED_IN,
    "DELETE /api/v1/sessies/{id}": SOMEBODY_ELSES,
    "DELETE /api/v1/sessies/{id} (eigen)": LOGGED_IN,
    "POST /api/v1/inloglinks": EVERYBODY,
    "POST /api/v1/sessies/halve/bevestigingen": HALF_WAY,
    "GET /api/v1/tweedestappen/eigen": LOGGED_IN,
    # Staff log in elsewhere.
    "POST /api/v1/tweedestappen": JOINERS,
    # Each their own, which is not on.
    "POST /api/v1/tweedestappen/eigen/bevestigingen": STEP_IS_OFF,
    "POST /api/v1/tweedestappen/eigen/herstelcodes": STEP_IS_OFF,
    "POST /api/v1/tweedestappen/eigen/uitzettingen": STEP_IS_OFF,
    "GET /api/v1/openapi.json": EVERYBODY,
    "GET /robots.txt": EVERYBODY,
    "HEAD /robots.txt": EVERYBODY,
    "GET /sitemap.xml": EVERYBODY,
    "HEAD /sitemap.xml": EVERYBODY,
    "GET /gezond": EVERYBODY,
    "GET /gereed": EVERYBODY,
}
# Pages and files: no data of their own. Without a built site they answer 503.
SITE = {"GET /{path:path}", "HEAD /{path:path}", "MOUNT /assets"}
