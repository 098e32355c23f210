"""Words that end or open the name of an organisation, a place or a thing that is no actor."""

ORGANISATION_HEADS = frozenset(
    """ministry agency department office bureau commission committee council authority board
    directorate administration service services secretariat cabinet parliament congress senate
    assembly legislature court tribunal army navy force forces corps guard guards police militia
    brigade battalion regiment division fleet command staff party union federation confederation
    alliance coalition league association society institute institution institutions foundation
    fund trust charity academy university college school faculty bank group corporation corp
    corp. inc inc. ltd ltd. plc llc gmbh co co. company companies holdings partners capital
    ventures industries systems technologies technology laboratories labs motors foods airlines
    airways railways energy petroleum pharmaceuticals media network networks channel radio
    television tv news times post journal herald tribune gazette telegraph chronicle observer
    press magazine review daily mail express mirror star globe sun standard independent examiner
    inquirer register club united fc city rovers athletic team orchestra philharmonic band choir
    theatre theater church diocese archdiocese ministries mission organization organisation
    movement front brotherhood watch forum conference consortium cooperative centre center
    museum gallery library hospital clinic exchange chamber lords commons representatives
    treasury reserve registry panel taskforce unit squad mosque synagogue nations campaign
    initiative bid republicans democrats brothers associates international worldwide studios
    pictures entertainment records stores supermarkets airline railway survey works cartel gang
    mafia caucus junta patrol broadcasting publishing communications jihad resistance fellowship
    order legion factory project programme community communities""".split()
)
"""A name that ends in one of these is an organisation."""

PLURAL_HEADS = frozenset(
    "representatives republicans democrats brothers associates systems stores works lords commons "
    "times news partners companies studios pictures guards trust front watch post campaign order "
    "technology energy school project band review survey star sun service services unit".split()
)
"""Heads that do not open a name before "of" or "for"."""

WEAK_HEADS = frozenset(
    """city united star sun mail express mirror standard independent register force post watch
    order capital energy school works team band unit campaign project programme program factory
    survey times front division staff center centre museum gallery library hospital theatre
    theater church club mosque synagogue network channel fund mission group conference forum
    globe office court review police service services media news systems""".split()
)
"""Heads that need at least one capitalised word before them, and that may name a building too."""

FACILITIES = frozenset(
    "museum gallery library theatre theater mosque synagogue center centre hospital".split()
)
"""Institutions that news names more often as a place where something happens."""

PLACE_HEADS = frozenset(
    """river lake sea ocean bay gulf strait canal island islands isle peninsula cape coast mountain
    mountains mount hill hills valley desert forest park beach street avenue road boulevard lane
    square highway bridge tunnel airport station stadium arena tower building house hall palace
    castle cathedral cemetery prison jail port harbor harbour dam province oblast region
    district county state territory territories republic kingdom city town village borough
    prefecture governorate parish heights springs falls creek canyon plaza airfield base camp
    garden gardens zoo hotel memorial monument plateau border zone pier quay wharf market mall
    planetarium battlefield reef shoal reserve ranch farm crossing checkpoint refinery plant
    hospital observatory temple shrine abbey ground grounds field seas""".split()
)
"""A name that ends in one of these is a place."""

PLACE_OPENERS = frozenset(
    "fort port mount lake st. saint san santa new north south east west el los las upper lower "
    "greater cape rio camp isle northern southern eastern western central inner outer mt.".split()
)
"""Capitalised words that open many names of places: Fort Worth, Port Sudan, Upper Silesia."""

NOT_ACTORS = frozenset(
    """act agreement treaty pact accord accords charter constitution convention protocol bill law
    amendment article section chapter resolution directive doctrine declaration plan strategy
    prize award awards medal oscar oscars grammy emmy cup olympics games championship
    championships open derby tournament marathon series final finals semifinal war wars battle
    revolution uprising spring election elections primary referendum brexit summit festival expo
    day eve week weekend month year season easter christmas ramadan hajj thanksgiving halloween
    passover diwali hanukkah independence anniversary report study index bible koran quran
    gospel theory syndrome disease virus covid ebola zika hurricane storm typhoon cyclone
    earthquake operation project program programme initiative deal policy renaissance
    enlightenment depression holocaust era age century crisis scandal affair watergate
    proposition code rule rules test visa passport dollar euro pound yuan ruble rouble avenue
    album song film movie book novel show edition version model boeing-737 telegram internet web
    email app android iphone ipad windows god lord allah jesus christ islam christianity judaism
    buddhism hinduism catholicism english mandarin cantonese hindi urdu latin hebrew arabic
    farsi dna gdp hiv aids pdf cctv ceo cfo cpr ce ad bc ip id ai it er icu tv pc usb gps suv
    ied ak-47 phd mba am pm bst gmt est edt pst utc et photo image photos file league-one
    street-view nobel pulitzer booker bafta stage round group-stage mission theorem particle
    boson equation kindergarten statement credit sharia mrsa sars mers h1n1 h5n1 h7n9
    rsv copd adhd ptsd omicron""".split()
)
"""Heads of names that are documents, events, awards, works or things: never actors."""

PARTICLES = frozenset(
    "de del della di da das dos do du van von der den ter ten bin bint ibn al el ul la le af zu "
    "y e ap ben abu".split()
)
"""Lower-case words inside a person's name."""
