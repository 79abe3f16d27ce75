const list = `
  password password1 password12 password123 password1234 password12345 password! passw0rd123 p@ssword123 p@ssw0rd123
  1234567890 12345678910 123456789a 0123456789 0987654321 9876543210 1111111111 0000000000 123123123123 1q2w3e4r5t
  1qaz2wsx3edc q1w2e3r4t5 qwertyuiop qwerty12345 qwerty123456 qwerty1234 asdfghjkl1 asdfghjkl; zxcvbnm123 abcdefghij
  abcdefghijk abcdef123456 abc1234567 abcd123456 aaaaaaaaaa iloveyou123 iloveyou12 iloveyou1234 ilovemykids sunshine123
  sunshine12 princess123 princess12 football123 football12 liverpool1 liverpool123 manchester manchester1 manutd1234
  chelsea123 arsenal1234 arsenal123 tottenham1 everton123 charlie123 superman123 pokemon123 dragon1234 monkey1234
  welcome123 welcome1234 welcome2024 welcome2025 welcome2026 letmein123 letmein1234 changeme123 changeme12 administrator
  admin12345 admin123456 summer2024 summer2025 summer2026 winter2024 winter2025 winter2026 autumn2025 autumn2026
  spring2025 spring2026 october2026 november2026 december2026 january2026 carework123 carehome123 careworker carer12345
  socialcare inpractice in-practice inpractice1 inpractice123 mypassword mypassword1 newpassword newpassword1 nopassword
  passphrase passphrase1 secret1234 secret12345 temporary1 temppassword trustno1234 computer123 internet123 starwars123
  michael123 jessica123 jennifer123 ashley1234 thomas1234 daniel1234 jordan1234 george1234 whatever123 correcthorsebatterystaple
`;

/** Passwords of ten or more characters that anybody guessing would try first. */
export const commonPasswords: ReadonlySet<string> = new Set(list.trim().split(/\s+/));
