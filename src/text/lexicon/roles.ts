// What a person can be called by: the nouns at the head of a description or an apposition.
// Singular, lower case. “The mayor of Torvik”, “a senior aide”, “his lawyer”.

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

export const roleNouns = list(`
  academic accountant activist actor actress administrator adviser advisor advocate agent aide ally ambassador analyst
  anchor anchorman anchorwoman anthropologist apprentice archbishop archaeologist architect aristocrat artist assailant
  assistant associate astronaut astronomer athlete attacker attorney author backer banker barrister baroness bassist
  biologist bishop blogger bodyguard boss boxer boy boyfriend broadcaster broker brother builder businessman
  businessperson businesswoman buyer campaigner candidate captain captor cardinal caretaker celebrity ceo cfo chair
  chairman chairperson chairwoman champion chancellor chaplain chef chemist chief child choreographer citizen cleric
  clerk climatologist clinician co-author co-chair co-chairman co-chairwoman co-director co-founder cofounder co-host cohost co-leader
  co-owner co-producer co-star co-worker coach colleague collector colonel columnist comedian commander commentator
  commissioner companion comptroller congressman congresswoman conservationist consultant contender contractor
  cook coordinator coroner correspondent councillor councilman councilwoman counsel counsellor counselor
  cousin creator critic curator customer cyclist czar dad dancer daughter dean defector defendant defender
  delegate demographer demonstrator deputy designer detainee detective developer dictator diplomat director dissident
  doctor donor driver drummer ecologist economist editor educator emir employee employer engineer entrepreneur envoy
  epidemiologist evangelist ex-boyfriend ex-girlfriend ex-husband ex-wife executive expert explorer fan farmer father
  fellow fiance fiancee fighter filmmaker financier firefighter fisherman forward founder freshman friend front-runner
  frontman frontrunner fugitive fundraiser gambler gardener general geologist geographer geophysicist girl girlfriend
  goalkeeper golfer governor graduate grandfather grandmother grandson granddaughter guard guardian guest guide guitarist
  gunman guru hacker head headteacher historian homeowner hopeful host hostage humanitarian hunter husband immigrant
  incumbent inmate inspector instructor intern interpreter inventor investigator investor jihadist jockey journalist judge juror
  justice king lady laureate lawmaker lawyer leader lecturer legislator liaison librarian lieutenant lifeguard
  lineman linguist lobbyist magistrate magnate majesty man manager mastermind mathematician mayor mechanic mediator member
  mentor merchant meteorologist midfielder migrant militant millionaire billionaire miner minister missionary mogul
  mom monarch mother mp msp mep mum musician national naturalist negotiator neighbor neighbour nephew neuroscientist
  newcomer niece nominee novelist nurse nutritionist observer official officer ombudsman operator opponent organiser
  organizer owner painter paramedic parent parishioner partner passenger passerby pastor patient patrolman
  pediatrician peer performer perpetrator philanthropist philosopher photographer physician physicist pianist pilot
  pioneer pitcher planner player playwright plaintiff poet policeman policewoman politician pollster pope
  premier presenter president president-elect press-secretary priest prime-minister prince princess principal prisoner
  producer professor programmer promoter prosecutor protege protester protestor psychiatrist psychologist publicist
  publisher pundit pupil quarterback queen rabbi racer radiologist ranger rapper realtor rebel receptionist recruiter
  refugee regulator reporter representative rescuer researcher resident restaurateur retiree reviewer rider rival
  runner sailor salesman scholar schoolboy schoolgirl schoolteacher scientist screenwriter sculptor seaman secretary
  secretary-general senator sergeant sheriff shooter shopkeeper sibling singer sister skier skipper sniper socialite
  sociologist soldier solicitor son songwriter source speaker specialist spokesman spokesperson spokeswoman spouse staffer
  star statistician stepfather stepmother stepson striker strategist student stylist successor sultan superintendent
  superstar supervisor supporter surfer surgeon surveyor survivor suspect swimmer teacher teammate technician teen
  teenager tenant therapist toddler tourist toxicologist trader trainer translator treasurer trooper trustee tutor twin
  tycoon uncle aunt undersecretary unionist undergraduate vendor veteran veterinarian vicar vice-chair vice-chairman
  vice-president victim viewer villager visitor volunteer voter waiter waitress warden weatherman whip whistleblower widow
  widower wife winner witness woman worker writer youngster youth youtuber
`)

/** Bodies and crowds: “the ministry”, “police”, “authorities”. Heads of descriptions that are no person. */
export const bodyNouns = list(`
  academy administration agency airline alliance ambassadors army assembly association attackers authority bank board body
  broadcaster bureau business cabinet campaign carrier center centre chamber charity church city club coalition college
  commission committee community company congress consortium contractor corporation council country county coup court
  crew crowd defence defense delegation department district division embassy establishment exchange faction family
  federation firm force foundation franchise fund government group guild hospital household industry institute institution
  jury junta justice kingdom kremlin leadership league legislature lender lobby magazine maker management media
  military militia ministry movement museum nation navy network newspaper office opposition organisation organization
  outlet panel paper parliament party people police presidency press prosecution public publication publisher
  regime regulator region republic research retailer school senate service side site squad staff startup state
  station studio supplier team think-tank town township trade treasury tribunal troop union unit university village
  watchdog website workforce world
`)

/** Papers that “say” and “show”. */
export const documentNouns = list(`
  account affidavit analysis announcement app article assessment audit bill biography blog book brief briefing bulletin
  census charge communique complaint constitution contract data decision declaration decree document draft editorial email
  essay estimate evidence figure filing finding forecast guidance guideline image index indictment information invoice
  itinerary judgment judgement law lawsuit leaflet letter list log manifesto map memo memoir memorandum message minutes
  motion note notice notification novel opinion order paper petition photo photograph picture plan poll post projection
  proposal prospectus publication readout record recording release report resolution result review ruling sample schedule
  script sign speech statement statistic story study subpoena suit summary survey table tape testimony text timeline
  transcript treaty tweet verdict version video warrant wire
`)

/** Also surnames or given names: “Tim Cook”, “Baker said”. */
export const rolesThatAreNames = list(`
  baker banker cook hunter page king pope judge farmer miner fisher fan star painter gardener singer parent driver
  bishop major marshal dean mason carter porter cousin guard builder chase child champion fellow guru merchant miner
  musician pilot player poet prince queen ranger rider sailor skipper son speaker sultan teller trainer tenant twin
  vicar victor warden archer emir imam lady pastor priest abbot deacon butler steward shepherd
`)
