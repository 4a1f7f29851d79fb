// Signs and names of money with their ISO 4217 codes; a bare "$" is taken as the US dollar, "pound" as sterling.

const signs: Readonly<Record<string, string>> = {
  US$: "USD",
  A$: "AUD",
  AU$: "AUD",
  C$: "CAD",
  CA$: "CAD",
  NZ$: "NZD",
  HK$: "HKD",
  S$: "SGD",
  R$: "BRL",
  NT$: "TWD",
  $: "USD",
  "£": "GBP",
  "€": "EUR",
  "¥": "JPY",
  "₹": "INR",
  "₽": "RUB",
  "₩": "KRW",
  "₪": "ILS",
  "₦": "NGN",
  "₺": "TRY",
  "₴": "UAH",
  Rs: "INR",
  "Rs.": "INR",
}

// The longer name stands first: "Canadian dollars" before "dollars".
const names: readonly (readonly [RegExp, string])[] = [
  [/^(?:australian|aussie) dollars?$/, "AUD"],
  [/^canadian dollars?$/, "CAD"],
  [/^new zealand dollars?$/, "NZD"],
  [/^hong kong dollars?$/, "HKD"],
  [/^singapore dollars?$/, "SGD"],
  [/^(?:(?:us|u\.s\.|american) )?dollars?$|^bucks?$|^cents?$|^usd$|^¢$/, "USD"],
  [/^euros?$|^eur$/, "EUR"],
  [/^(?:british )?pounds?(?: sterling)?$|^quid$|^pence$|^penn(?:y|ies)$|^p$|^gbp$/, "GBP"],
  [/^yen$/, "JPY"],
  [/^yuan$|^renminbi$/, "CNY"],
  [/^rupees?$/, "INR"],
  [/^r(?:o)?ubles?$/, "RUB"],
  [/^(?:mexican )?pesos?$/, "MXN"],
  [/^(?:swiss )?francs?$/, "CHF"],
  [/^won$/, "KRW"],
  [/^shekels?$/, "ILS"],
  [/^rand$/, "ZAR"],
  [/^naira$/, "NGN"],
  [/^reais$/, "BRL"],
  [/^(?:turkish )?lira$/, "TRY"],
  [/^riyals?$/, "SAR"],
  [/^dirhams?$/, "AED"],
  [/^hryvnias?$/, "UAH"],
  [/^ringgit$/, "MYR"],
  [/^baht$/, "THB"],
  [/^rupiah$/, "IDR"],
  [/^zlotys?$/, "PLN"],
  [/^forints?$/, "HUF"],
  [/^swedish (?:crowns?|kron(?:a|or))$/, "SEK"],
  [/^norwegian (?:crowns?|krone(?:r)?)$/, "NOK"],
  [/^danish (?:crowns?|krone(?:r)?)$/, "DKK"],
  [/^bitcoins?$/, "BTC"],
]

export const currencySigns =
  "(?:US|AU?|CA?|NZ|HK|NT|[SR])?\\$|[£€¥₹₽₩₪₦₺₴]|\\bRs\\.?|\\b(?:USD|EUR|GBP|JPY|CHF|AUD|CAD)"

export const currencyWords = [
  "(?:(?:australian|aussie|canadian|new zealand|hong kong|singapore|us|u\\.s\\.|american) )?dollars?",
  "bucks?|cents?|usd|euros?|eur",
  "(?:british )?pounds?(?: sterling)?|quid|pence|penn(?:y|ies)|gbp",
  "yen|yuan|renminbi|rupees?|ro?ubles?|(?:mexican )?pesos?|(?:swiss )?francs?|won|shekels?|rand|naira|reais",
  "(?:turkish )?lira|riyals?|dirhams?|hryvnias?|ringgit|baht|rupiah|zlotys?|forints?|bitcoins?",
  "(?:swedish|norwegian|danish) (?:crowns?|kron(?:a|or|er?))",
].join("|")

/** The ISO code of a sign or name, when we know it. */
export function currencyOf(written: string): string | undefined {
  const plain = written.trim()
  if (/^[A-Z]{3}$/.test(plain)) return plain
  return signs[plain] ?? names.find(([name]) => name.test(plain.toLowerCase()))?.[1]
}
