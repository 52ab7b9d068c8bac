// The feed on standard input, as feedsmith reads it, on standard output.
import { readFileSync } from "node:fs";
import { parseFeed } from "feedsmith";

console.log(JSON.stringify(parseFeed(readFileSync(0, "utf-8")).feed));
