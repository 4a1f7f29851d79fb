// Words in the names of bodies. Lower case, without accents and dots.

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Say only what form a firm has: “Acme Corp” is Acme. */
export const firmForms = list(`
  inc incorporated corp corporation co company companies ltd limited llc llp lp plc ag sa se nv bv gmbh spa ab asa oyj kk
  pty pte holdings holding group
`)

/** Follow a short name without making it another body: “Tesla Motors”, “Labour Party”, “Acme Airlines”. */
export const looseTails = list(`
  motors motor airlines airline airways air lines party group groups technologies technology systems industries
  international entertainment communications pharmaceuticals pharmaceutical energy petroleum oil stores brands foods
  newspaper magazine website network television tv news agency movement organization organisation sachs chase stanley
  lynch martin fargo watch dynamics instruments aviation aerospace partners partnership electronics laboratories labs
  software interactive platforms worldwide global enterprises resorts hotels restaurants steel chemical insurance
  financial bank bancorp securities capital media studios pictures productions records express railways federation league
  automotive semiconductor devices materials healthcare biotech therapeutics biosciences media
  usa uk us america alliance channel cable investments
`)

/** Left out of the short name when what stays is no place: “Southfield High School” is Southfield, “Torvik University” too. */
export const schoolTails = list("university college high school elementary academy hospital clinic zoo")

/** Lower-case words that explain a name from behind: “the Acme group”, “the Tribune newspaper”. */
export const explainingTails = list(`
  group groups newspaper magazine website network channel newspaper agency party movement militants militant fighters
  organisation organization company firm daily broadcaster publication chain conglomerate site app program programme show
  group’s
`)

/** Heads that make a name of another body out of any word before them: “Texas” is not “Texas Supreme Court”. */
export const institutionHeads = list(`
  court courts commission committee council ministry department office agency bureau board authority administration
  service services institute university college school academy association federation union league army navy force
  forces guard corps police bank fund foundation trust society church hospital center centre museum times post journal
  tribune herald guardian gazette chronicle telegraph independent observer mirror mail news network television tv radio
  press review club congress senate parliament assembly house embassy consulate cabinet treasury government delegation
  team campaign republicans democrats legislature division unit station exchange project initiative coalition alliance
  front brigade brigades command mission task panel tribunal registry archive archives library zoo festival awards show
  daily today tonight star globe sun standard week morning state
`)

/** Names of bodies that are known by two names neither of which gives the other away. First is the one kept as key. */
export const knownNames: readonly (readonly string[])[] = [
  [
    "islamic state",
    "isis",
    "isil",
    "daesh",
    "is",
    "islamic state of iraq and the levant",
    "islamic state of iraq and syria",
  ],
  ["federal reserve", "fed", "us federal reserve"],
  ["republican party", "gop", "grand old party"],
  ["united nations", "un"],
  ["european union", "eu"],
  ["north atlantic treaty organization", "nato", "north atlantic treaty organisation"],
  ["us supreme court", "scotus", "supreme court of the united states"],
  ["volkswagen", "vw"],
  ["general motors", "gm"],
  ["general electric", "ge"],
  ["department of defense", "pentagon", "us department of defense"],
  ["scotland yard", "metropolitan police", "met police"],
  ["doctors without borders", "medecins sans frontieres", "msf"],
  ["agence france presse", "afp"],
  ["associated press", "ap"],
  ["new york times", "nyt"],
  ["wall street journal", "wsj"],
  ["bureau of alcohol tobacco firearms and explosives", "atf"],
  ["drug enforcement administration", "dea"],
  ["democratic party", "dnc party"],
  ["palestine liberation organization", "plo"],
  ["kurdistan workers party", "pkk", "kurdistan workers' party"],
  ["revolutionary armed forces of colombia", "farc"],
  ["security service", "mi5"],
  ["secret intelligence service", "mi6"],
]
