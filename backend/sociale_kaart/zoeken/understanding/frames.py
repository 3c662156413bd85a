"""What a question says without telling what is sought, and what only looks like a wish."""

from collections.abc import Iterator

from sociale_kaart.zoeken.question import STOP_WORDS
from sociale_kaart.zoeken.understanding.begrepen import Meaning
from sociale_kaart.zoeken.understanding.words import folded_phrase

_MORE_SILENT = """
alsjeblieft altijd ander andere anders beetje ben bent best beste bedankt dank deden deed doet
echt een eens eigenlijk elke erg gaat geen geef geeft gewoon graag groetjes haar hallo hebt heel
hem hij hoi hun ieder iedere iemands jouw kom komen komt kon kunt kun lekker leuk leuke leuks
liefst lukt liever mag mogen meer men misschien moet moeten nee nodig onder ooit paar sommige soms
steeds terecht tijdens tussen u uw vaak vanaf via vind vinden voordat vooral vraag waren
waarom wanneer weer weet weten wordt zelf zoals zoiets zoekt zonder zullen
about am and any are can could do does for from get have how i im is it ive looking me my need of
or please someone some something that the there they this to want what where which who with would
you your
"""
SILENT = frozenset(STOP_WORDS) | frozenset(_MORE_SILENT.split())

# Phrases with a word that would tell something elsewhere. Nearness has no code: the place of the
# person who asks is not in the question.
_FRAMES = """
op zoek; op zoek naar; zoek hulp bij het; waar moet ik heen; waar moet ik zijn; waar kan ik heen;
waar kan ik terecht; bij wie kan ik terecht; wat kan ik doen; wat moet ik doen; wat is er te doen;
wat valt er te doen; te doen; hoe kom ik aan; hoe vind ik; waar vind ik; kan iemand mij helpen met;
kan iemand me helpen met; kunnen jullie mij helpen met; kunnen jullie helpen met;
wie kan mij helpen met; wie kan me helpen met; wie helpt mij met; wie helpt me met; help mij met;
help me met; ik heb hulp nodig bij; ik heb hulp nodig met; hulp nodig bij; hulp nodig met;
behoefte aan; ik heb behoefte aan; lijkt me leuk; lijkt mij leuk; zou het leuk vinden;
vind het leuk; informatie over; info over; meer weten over; een vraag over; vraag over;
hebben jullie; wie weet; weet iemand; weten jullie; kent iemand; wie kent; ken je; kennen jullie;
in de buurt; in de buurt van; bij mij in de buurt; bij ons in de buurt; in mijn buurt;
in onze buurt; in mijn wijk; in onze wijk; bij mij in de wijk; in de wijk; om de hoek;
bij mij om de hoek; dichtbij; dicht bij; dicht bij huis; dichtbij huis; vlakbij; vlak bij;
op loopafstand; op fietsafstand; nabij; niet ver weg; niet te ver; in de omgeving;
hier in de buurt; om de week; elke dag; iedere dag; dagelijks; hele dag; de hele dag; 1x;
1x per week; 1 keer; 1 keer per week; wat kost; wat kosten; zonder wachtlijst; geen wachtlijst;
zonder wachttijd; klopt het dat; een keer per week; elke week; per week; per maand; elke maand;
een keer; goedemorgen; goedemiddag; goedenavond; goede morgen; goede middag; goede avond;
met vriendelijke groet; alvast bedankt; where can i; where can i find; where do i;
i am looking for; looking for; how do i; how can i; can i get; is there; are there; do you have;
do you know; i would like; i would like to; can you help me with; can someone help me with;
help me with; near me; close to home; in my area; in my neighbourhood; in my neighborhood; nearby;
i don t know; thank you; thanks; ich suche; wo kann ich; wo finde ich; je cherche; ou puis je;
ou est ce que je peux; busco; donde puedo; szukam; gdzie moge; gdzie znajde; gdzie; jak; ariyorum;
arıyorum; nerede; nasıl; nerede bulabilirim; шукаю; я шукаю; де; де я можу; як; де можна; где; ищу;
я ищу; أين; أبحث عن; كيف; أين يمكنني; أين أجد; أريد
"""

# A place, a day or a form by the letter, but a subject by its meaning: the words stay, and there
# is no wish.
_NO_WISH = """
ruzie thuis; bang thuis; onveilig thuis; thuis zitten; zit thuis; zit veel thuis; alleen thuis;
thuis wonen; woont thuis; woon nog thuis; uit huis; weg van huis; thuis weg; thuis niet veilig;
mijn ouders; mijn kind; mijn kinderen; mijn puber; mijn tiener; ons kind; onze kinderen;
kinderen thuis; thuis onveilig; thuis voelen; thuis voel; geweld thuis; problemen thuis;
zuid afrika; zuid amerika; zuid korea; zuid soedan; zuid sudan; zuid europa; noord afrika;
noord korea; noord holland; noord ierland; noord brabant; in oost europa; in west europa;
goede dagen; oud en nieuw; vrije tijd; online gokken; online oplichting; online gepest;
online pesten; online kopen; online bankieren; groep 1; groep 2; groep 3; groep 4; groep 5;
groep 6; groep 7; groep 8; nacht van; dag van; nooit meer morgen; vrij spel; free run;
free running; vriendelijke groet; kind van de rekening; lift geven; lift naar; grote groep
"""


def frame_phrases() -> Iterator[tuple[tuple[str, ...], Meaning]]:
    """Every frame, and every phrase that must not be read as a wish."""
    for text, meaning in ((_FRAMES, Meaning()), (_NO_WISH, Meaning(stays=True))):
        yield from ((folded_phrase(phrase), meaning) for phrase in text.split(";"))
