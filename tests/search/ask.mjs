// Asks an index as the search page does: node ask.mjs SCRIPT FOLDER < questions as JSON > addresses found, as JSON.
// With no folder it says how the script folds each question.
import { readFileSync } from "node:fs";

const [script, folder] = process.argv.slice(2);
const source = readFileSync(script, "utf8");
const part = (first, last) => source.slice(source.indexOf(first), source.indexOf(last));
const own = new Function(`${part("const folded", "async function load")}${part("async function search", "const fits")}return { folded, asked, search };`)();
const questions = JSON.parse(readFileSync(0, "utf8"));

async function addresses(pagefind, weak, question) {
  const results = await own.search(pagefind, own.asked(question, weak));
  return Promise.all(results.map(async (result) => (await result.data()).url));
}

if (folder) {
  globalThis.fetch = async (url) => {
    const bytes = readFileSync(String(url).replace(/\?.*/, ""));
    return { arrayBuffer: async () => bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length), json: async () => JSON.parse(bytes) };
  };
  const pagefind = await import(`data:text/javascript;base64,${readFileSync(`${folder}/pagefind.js`).toString("base64")}`);
  globalThis.document = { querySelector: () => ({ getAttribute: () => "fr" }) };
  await pagefind.options({ noWorker: true, basePath: `${folder}/`, baseUrl: "/" });
  const { weak } = JSON.parse(readFileSync(`${folder}/fiches.json`));
  const found = [];
  for (const question of questions) found.push(await addresses(pagefind, weak, question));
  console.log(JSON.stringify(found));
} else console.log(JSON.stringify(questions.map(own.folded)));
