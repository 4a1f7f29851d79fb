// Short forms that stand for a given name: “Bill Kane” and “William Kane” are one man if nothing else speaks against it.
// A line is one name; used only to join two spellings in one report.

const lines = `
  william bill billy will liam
  robert bob bobby rob robbie
  richard rick dick rich ricky
  james jim jimmy jamie
  joseph joe joey
  john jack johnny jon
  jonathan jon
  thomas tom tommy thom
  edward ted ed eddie teddy
  edmund ed
  theodore ted
  michael mike mick mickey
  david dave
  daniel dan danny
  steven steve stephen
  christopher chris
  anthony tony
  andrew andy drew
  benjamin ben benny bibi
  bernard bernie
  charles charlie chuck
  lawrence larry laurence
  gerald jerry gerry
  jeremy jerry
  donald don donnie
  ronald ron ronnie
  kenneth ken kenny
  gregory greg
  jeffrey jeff geoffrey geoff
  matthew matt
  nicholas nick nicolas
  samuel sam
  samantha sam
  alexander alex sandy
  alexandra alex
  patrick pat paddy
  patricia pat patty
  peter pete
  philip phil phillip
  timothy tim
  raymond ray
  frederick fred freddie
  walter walt
  leonard len leo
  henry harry hank
  harold harry hal
  francis frank
  franklin frank
  eugene gene
  vincent vince
  zachary zach zack
  joshua josh
  jacob jake
  nathan nate nathaniel
  douglas doug
  stanley stan
  elizabeth liz beth betsy eliza
  katherine kate kathy katie catherine cathy kathryn
  margaret maggie peggy meg
  susan sue susie
  deborah debbie deb
  barbara barb
  jennifer jen jenny
  jessica jess
  rebecca becky
  victoria vicky
  christine chris christina
  pamela pam
  judith judy
  valerie val
  melanie mel
  angela angie
  abigail abby
  amanda mandy
  caroline carrie
  cynthia cindy
  eleanor ellie
  gabrielle gabby
  jacqueline jackie
  joanna jo joanne
  josephine jo josie
  kimberly kim
  madeleine maddie
  michelle shelly
  natalie nat
  nicole nicky nikki
  penelope penny
  roberta bobbie
  sandra sandy
  stephanie steph
  suzanne suzy sue
  tamara tammy
  teresa terry tess
  virginia ginny
  isaac ike
  maxwell max
  maximilian max
  oliver ollie
  cameron cam
  dominic dom
  martin marty
  mitchell mitch
  russell russ
  terence terry
  wesley wes
  bradley brad
  clifford cliff
  curtis curt
  gilbert gil
  herbert herb
  alfred alf alfie
  albert al bert
  alan al allan allen
  mohammed muhammad mohamed mohammad muhammed mohamad
  yusuf youssef yousef
  ahmed ahmad
  hussein husain hussain hossein
  alexei aleksei alexey
  sergei sergey
  volodymyr vladimir
`

const ways = new Map<string, Set<string>>()
for (const line of lines.trim().split("\n")) {
  const forms = line.trim().split(" ")
  for (const form of forms) ways.set(form, new Set([...(ways.get(form) ?? []), ...forms]))
}

/** “bill” → “william”, “will”, “liam”; with the word itself. */
export const formsOf = (given: string): ReadonlySet<string> => ways.get(given) ?? new Set([given])

export const sameGivenName = (a: string, b: string): boolean => a === b || (ways.get(a)?.has(b) ?? false)
