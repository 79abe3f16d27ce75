const list = (words: string) => new Set(words.toLowerCase().split(/\s+/).filter(Boolean));

/** Words that are written with a capital and name nobody. */
export const capitalised = list(`
  i i'm i'd i'll i've monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays
  thursdays fridays saturdays sundays january february march april may june july august september october
  november december christmas easter ramadan eid diwali passover hanukkah lent vaisakhi god bible quran
  england english britain british wales welsh scotland scottish ireland irish london europe european
  polish romanian portuguese spanish french german italian greek turkish arabic urdu punjabi bengali
  gujarati hindi tamil yoruba igbo twi somali swahili tagalog indian chinese african caribbean nigerian
  ghanaian filipino zimbabwean christian muslim jewish hindu sikh buddhist catholic methodist quaker
  nhs cqc gp gps ot ots ppe peg mar prn copd dnacpr respect mca dols lps ipc coshh riddor uti
  utis tv a&e id dbs hr it ok bp bmi mdt epilepsy makaton zimmer parkinson parkinson's parkinsons alzheimer
  alzheimer's alzheimers huntington's tourette's down's lewy braille velcro google facebook whatsapp zoom
  care plan act health safety mental capacity deprivation liberty safeguarding certificate council police
  social services service house home unit ward court lodge hospital hospice surgery pharmacy centre day
  kitchen lounge office manager senior nurse doctor carer assessor team leader district pharmacist dentist
  paramedic community company agency church mosque temple school college mum dad mam nan gran grandad
  he she they we you it his her their our my the a an and but so then when if in on at as after before
  mr mrs ms miss mx dr dear hello hi thanks thank yes no not please
`);

/** Verbs that a person does: a capitalised word before one of them at the start of a sentence may be a name. */
export const personVerbs = list(`
  said says told asked asks wanted wants refused refuses cried smiled laughed shouted screamed whispered
  answered thought thinks felt feels needed needs likes liked loves loved hates hated lives lived died fell
  woke ate drank slept sat stood walked agreed decided knew knows remembered forgot noticed believes
  became rang phoned called hugged nodded
`);

/** First words of sentences that no name is. */
export const starters = list(`
  i he she they we you it this that these those there here who what when where why how nobody somebody
  someone everybody everyone anybody anyone one two three both all some many most another other others
  people staff colleagues families relatives residents mum dad my his her their our the a an nothing
  something everything then now later afterwards
`);

/** Given names that are no words besides, so that they are found wherever they stand and however written. */
export const givenNames = list(`
  mary margaret susan susanna linda barbara elizabeth patricia jennifer maria dorothy helen nancy betty
  sandra donna carol sharon michelle sarah laura kimberly deborah jessica cynthia angela melissa brenda
  anna kathleen pamela martha debra amanda stephanie carolyn christine janet catherine frances joyce diane
  alice julie heather teresa doreen gloria evelyn jean cheryl mildred katherine joan ashley judith
  rosemary irene sheila maureen eileen edith ethel doris winifred phyllis gladys hilda elsie vera beryl
  muriel audrey pauline brian keith kevin stephen steven andrew paul peter david michael john james robert
  william richard charles joseph thomas christopher daniel matthew anthony donald george kenneth edward
  ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan larry justin scott brandon benjamin
  samuel gregory alexander dennis walter harold arthur albert ernest stanley leonard cyril norman alfred
  herbert frederick gerald roger graham trevor nigel barry derek malcolm gordon alan colin
  mohammed muhammad mohamed ahmed ali hassan hussain fatima aisha amina yusuf ibrahim omar khadija zainab
  priya anjali sunita raj rajesh ravi sanjay vijay harpreet gurpreet kwame kofi ama chidi ngozi emeka
  piotr tomasz agnieszka katarzyna magdalena krzysztof andrei elena ioana oluwaseun blessing
  emily emma olivia sophie chloe charlotte amelia isla ava ella lucy megan hannah rebecca rachel oliver
  harry noah liam ethan joshua callum kieran declan siobhan niamh
`);
