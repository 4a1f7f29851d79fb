// Countries, their other names, and the word for what belongs to them.
// One a line: name | other names | adjectives.  All lower case, without accents and dots.

const lines = `
united states | us, usa, america, united states of america | american
united kingdom | uk, britain, great britain | british
england | | english
scotland | | scottish
wales | | welsh
northern ireland | | northern irish
ireland | republic of ireland | irish
france | | french
germany | federal republic of germany | german
austria | | austrian
switzerland | | swiss
italy | | italian
spain | | spanish
portugal | | portuguese
belgium | | belgian
netherlands | holland | dutch
luxembourg | | luxembourgish
denmark | | danish
norway | | norwegian
sweden | | swedish
finland | | finnish
iceland | | icelandic
poland | | polish
czech republic | czechia | czech
slovakia | | slovak, slovakian
hungary | | hungarian
romania | | romanian
bulgaria | | bulgarian
greece | | greek
cyprus | | cypriot
malta | | maltese
croatia | | croatian
slovenia | | slovenian, slovene
serbia | | serbian, serb
bosnia | bosnia and herzegovina, bosnia-herzegovina | bosnian
montenegro | | montenegrin
kosovo | | kosovar
albania | | albanian
macedonia | north macedonia | macedonian
ukraine | | ukrainian
belarus | | belarusian
moldova | | moldovan
russia | russian federation | russian
estonia | | estonian
latvia | | latvian
lithuania | | lithuanian
georgia | | georgian
armenia | | armenian
azerbaijan | | azerbaijani, azeri
kazakhstan | | kazakh
uzbekistan | | uzbek
turkmenistan | | turkmen
kyrgyzstan | | kyrgyz
tajikistan | | tajik
turkey | turkiye | turkish
israel | | israeli
palestine | state of palestine | palestinian
jordan | | jordanian
lebanon | | lebanese
syria | syrian arab republic | syrian
iraq | | iraqi
iran | islamic republic of iran | iranian
saudi arabia | kingdom of saudi arabia | saudi, saudi arabian
yemen | | yemeni
oman | | omani
qatar | | qatari
bahrain | | bahraini
kuwait | | kuwaiti
united arab emirates | uae, emirates | emirati
egypt | | egyptian
libya | | libyan
tunisia | | tunisian
algeria | | algerian
morocco | | moroccan
sudan | | sudanese
south sudan | | south sudanese
ethiopia | | ethiopian
eritrea | | eritrean
somalia | | somali
kenya | | kenyan
uganda | | ugandan
rwanda | | rwandan
burundi | | burundian
tanzania | | tanzanian
mozambique | | mozambican
zambia | | zambian
zimbabwe | | zimbabwean
malawi | | malawian
botswana | | botswanan
namibia | | namibian
south africa | | south african
angola | | angolan
democratic republic of congo | drc, dr congo, democratic republic of the congo | congolese
cameroon | | cameroonian
nigeria | | nigerian
niger | | nigerien
chad | | chadian
mali | | malian
burkina faso | | burkinabe
ghana | | ghanaian
ivory coast | cote d'ivoire | ivorian
liberia | | liberian
sierra leone | | sierra leonean
guinea | | guinean
senegal | | senegalese
gambia | | gambian
mauritania | | mauritanian
madagascar | | malagasy
mauritius | | mauritian
india | | indian
pakistan | | pakistani
bangladesh | | bangladeshi
sri lanka | | sri lankan
nepal | | nepalese, nepali
bhutan | | bhutanese
maldives | | maldivian
afghanistan | | afghan
china | people's republic of china, prc | chinese
taiwan | | taiwanese
hong kong | | hong kong
mongolia | | mongolian
japan | | japanese
north korea | dprk, democratic people's republic of korea | north korean
south korea | rok, republic of korea | south korean
vietnam | | vietnamese
laos | | laotian, lao
cambodia | | cambodian
thailand | | thai
myanmar | burma | burmese
malaysia | | malaysian
singapore | | singaporean
indonesia | | indonesian
philippines | | philippine, filipino
brunei | | bruneian
east timor | timor-leste | timorese
papua new guinea | | papuan
australia | | australian
new zealand | | new zealand
fiji | | fijian
canada | | canadian
mexico | | mexican
guatemala | | guatemalan
honduras | | honduran
el salvador | | salvadoran
nicaragua | | nicaraguan
costa rica | | costa rican
panama | | panamanian
belize | | belizean
cuba | | cuban
haiti | | haitian
dominican republic | | dominican
jamaica | | jamaican
bahamas | | bahamian
trinidad and tobago | | trinidadian
colombia | | colombian
venezuela | | venezuelan
ecuador | | ecuadorian, ecuadorean
peru | | peruvian
bolivia | | bolivian
brazil | | brazilian
paraguay | | paraguayan
uruguay | | uruguayan
argentina | | argentine, argentinian
chile | | chilean
guyana | | guyanese
suriname | | surinamese
vatican | holy see, vatican city | 
europe | | european
africa | | african
asia | | asian
`

const countryOf = new Map<string, string>()
const adjectiveOf = new Map<string, string>()
for (const line of lines.trim().split("\n")) {
  const [name = "", others = "", adjectives = ""] = line.split("|").map((part) => part.trim())
  for (const form of [name, ...others.split(", ")]) if (form) countryOf.set(form, name)
  for (const form of adjectives.split(", ")) if (form) adjectiveOf.set(form, name)
}

/** Turns “u s”-less folded words into the country they name: “britain” → “united kingdom”. */
export const countryNamed = (words: string): string | undefined => countryOf.get(words)

/** “guatemalan” → “guatemala”. */
export const countryOfAdjective = (word: string): string | undefined => adjectiveOf.get(word)
