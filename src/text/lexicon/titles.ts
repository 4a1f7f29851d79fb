// Words that stand before a name and are no part of it. Lower case, without accents and dots.

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Say nothing about the person's work, and may say which pronoun goes with the name. */
export const courtesies = list("mr mrs ms miss mx mister messrs madam madame monsieur mme herr frau senor senora")

/** “Sen. Ruiz”, “Lt. Col. Kane”, “Attorney General Cole”. */
export const titles = list(`
  dr doctor prof professor sir dame lord lady baron baroness viscount viscountess count countess duchess
  prince princess king queen emperor empress sultan emir sheikh sheik shaikh shah crown
  pope cardinal archbishop bishop reverend rev father sister brother mother imam ayatollah mullah mawlawi maulana mufti rabbi
  pastor deacon chaplain canon monsignor patriarch metropolitan archdeacon swami
  general gen lieutenant lt colonel col major maj captain capt commander cmdr cdr sergeant sgt corporal cpl private pvt
  pfc admiral adm brigadier brig marshal commodore ensign officer detective det inspector insp superintendent supt
  constable const trooper sheriff deputy chief warrant specialist spc airman seaman commandant commissioner agent patrolman
  president president-elect prime minister premier chancellor vice secretary undersecretary secretary-general
  director-general attorney-general senator sen representative rep reps sens congressman congresswoman congressmember
  assemblyman assemblywoman assemblymember delegate del councilman councilwoman councillor cllr councilor councilmember
  alderman alderwoman governor governor-general gov govs mayor ambassador amb envoy consul speaker leader whip judge justice
  magistrate attorney atty solicitor prosecutor treasurer controller comptroller administrator director chairman
  chairwoman chair chairperson executive ceo cfo coo cto cio mp mps msp mep mla qc kc pm taoiseach ombudsman coach
  sens lts sgts drs presidents senators ministers representatives governors judges justices prime-minister
  nominee candidate spokesman spokeswoman spokesperson
`)

/** Also given names and surnames: a title only where nothing but titles and roles stands before them. */
export const titlesThatAreNames = list(`
  king queen prince princess pope bishop cardinal dean duke earl baron count major marshal judge justice chancellor
  sheriff abbot lord lady father sister brother mother private page canon del don rev imam shah sultan captain crown general
  amb
`)

/** “Ana Ruiz Jr.”, “Tom Kane III”, “Sir Ian Reed KC”. */
export const suffixes = list("jr sr jnr snr ii iii iv v esq phd md mbe obe cbe kbe qc kc mp mep msp ret")

/** Belong to the word after them: “Carla van der Berg”, “Salim bin Rashid”, “Omar al Tamim”. */
export const particles = list(`
  de da do dos das del della di du des la le les lo van von der den ter ten het zu zum zur af av bin ibn bint ben abu abd
  al el ul ur as ash an-nur san st st. saint mac mc y e i op 't ould ap
`)

/** Stand among titles without being one: “former acting U.S. deputy”, “then-President”. */
export const titleModifiers = list(`
  former ex acting interim incoming outgoing then late deputy assistant associate senior junior chief vice lead first
  second current new incumbent longtime veteran presumptive presidential republican democratic democrat conservative
  labour labor liberal tory independent libertarian socialist communist nationalist progressive retired emeritus
  billionaire millionaire famed fellow prominent top national regional federal state local foreign prime special
  general managing executive under co rear staff shadow district county city class
`)
