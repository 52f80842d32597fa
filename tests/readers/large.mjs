// Writes a catalog of 10,000 codes in 20 families.
//
// usage: node tests/readers/large.mjs FOLDER

import { writeFileSync } from "node:fs";

const [folder] = process.argv.slice(2);
const WORDS = "account cart order invoice payment refund stock price region cluster node volume image token quota".split(" ");
const STATUSES = [400, 401, 403, 404, 409, 422, 429, 500, 502, 503];
const families = Array.from({ length: 20 }, (_, at) => `area-${at}`);

writeFileSync(`${folder}/catalog.yaml`, `errcat: 1\ntitle: Large API\nfamilies: [${families.join(", ")}]\n`);
families.forEach((family, at) => {
  let text = `title: Area ${at}\nerrors:\n`;
  for (let number = at * 500 + 1; number <= (at + 1) * 500; number += 1) {
    const first = WORDS[number % WORDS.length];
    const second = WORDS[(number * 7) % WORDS.length];
    const status = STATUSES[number % STATUSES.length];
    text += `  E-${String(number).padStart(5, "0")}: { name: ${first}${second}${number}, status: ${status}, message: The ${first} of the ${second} was refused in step ${number}., help: Check the ${first} and send the request again. }\n`;
  }
  writeFileSync(`${folder}/${family}.yaml`, text);
});
