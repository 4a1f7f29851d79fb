import { countryNamed } from "./countries.js"

// Places that are no short name of a body named after them: “Texas” is not “Texas Tech”.

const states = new Set(
  `alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, georgia, hawaii, idaho,
  illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts, michigan, minnesota, mississippi,
  missouri, montana, nebraska, nevada, new hampshire, new jersey, new mexico, new york, north carolina, north dakota, ohio,
  oklahoma, oregon, pennsylvania, rhode island, south carolina, south dakota, tennessee, texas, utah, vermont, virginia,
  washington, west virginia, wisconsin, wyoming, nsw, new south wales, queensland, ontario, quebec, alberta, bavaria,
  british columbia`.split(/,\s+/),
)

const cities = new Set(
  "london paris chicago boston denver dallas houston seattle miami detroit baltimore philadelphia sydney melbourne toronto".split(
    " ",
  ),
)

export const isPlace = (words: string): boolean =>
  countryNamed(words) !== undefined || states.has(words) || cities.has(words)

// “Havana said” is Cuba where the report names Cuba. One a line: country | seats of its government.
const seats = `
united states | washington
united kingdom | london
european union | brussels
russia | moscow
china | beijing
france | paris
germany | berlin
italy | rome
spain | madrid
austria | vienna
hungary | budapest
poland | warsaw
greece | athens
turkey | ankara
ukraine | kyiv, kiev
belarus | minsk
serbia | belgrade
israel | jerusalem
iran | tehran
iraq | baghdad
syria | damascus
lebanon | beirut
egypt | cairo
saudi arabia | riyadh
qatar | doha
jordan | amman
yemen | sanaa
afghanistan | kabul
pakistan | islamabad
india | new delhi, delhi
bangladesh | dhaka
sri lanka | colombo
nepal | kathmandu
vietnam | hanoi
thailand | bangkok
cambodia | phnom penh
philippines | manila
indonesia | jakarta
malaysia | kuala lumpur
japan | tokyo
north korea | pyongyang, north
south korea | seoul, south
taiwan | taipei
australia | canberra
new zealand | wellington
canada | ottawa
cuba | havana
venezuela | caracas
colombia | bogota
ecuador | quito
peru | lima
bolivia | la paz
argentina | buenos aires
guatemala | guatemala city
honduras | tegucigalpa
nicaragua | managua
haiti | port-au-prince
kenya | nairobi
ethiopia | addis ababa
eritrea | asmara
sudan | khartoum
libya | tripoli
tunisia | tunis
algeria | algiers
morocco | rabat
rwanda | kigali
zimbabwe | harare
georgia | tbilisi
armenia | yerevan
azerbaijan | baku
`

const countryOfSeat = new Map<string, string>()
for (const line of seats.trim().split("\n")) {
  const [country = "", names = ""] = line.split("|").map((part) => part.trim())
  for (const name of names.split(", ")) countryOfSeat.set(name, country)
}

/** “havana” → “cuba”. */
export const countryOfSeatOf = (words: string): string | undefined => countryOfSeat.get(words)
